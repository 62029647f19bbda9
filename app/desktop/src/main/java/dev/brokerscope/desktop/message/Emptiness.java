package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.EmptyState;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What stands where no row is: why there is none, and what can be done.
final class Emptiness {

    private final MessagesModel model;
    private final Consumer<Set<Impact>> ask;

    /// @param ask shows the dialog about the impacts of reading
    Emptiness(MessagesModel model, Consumer<Set<Impact>> ask) {
        this.model = model;
        this.ask = ask;
    }

    /// Absent where rows are there or may still come.
    Optional<Region> view() {
        boolean rows = model.pageProperty().get().count() > 0;
        return switch (model.stateProperty().get()) {
            case SearchState.Idle _ -> Optional.empty();
            case SearchState.Running _ -> Optional.empty();
            case SearchState.Done _ -> rows ? Optional.empty() : Optional.of(nothing());
            case SearchState.Stopped _ -> rows ? Optional.empty() : Optional.of(stopped());
            case SearchState.Failed(var fault) -> rows ? Optional.empty() : Optional.of(failed(fault));
            case SearchState.NeedsConsent(var impacts) -> Optional.of(consent(impacts));
        };
    }

    private Region nothing() {
        QueryChoice choice = model.choiceProperty().get();
        SearchProgress progress = model.progressProperty().get();
        List<Remedy> steps = new ArrayList<>();
        boolean whole = choice.range() instanceof RangeChoice.Newest || choice.range() instanceof RangeChoice.Oldest;
        if (!whole || choice.partitions().isPresent()) {
            steps.add(new Remedy(Texts.text("message.none.widen"),
                    () -> model.run(choice.over(new RangeChoice.Newest()).only(Optional.empty()))));
        }
        if (choice.isFiltered()) {
            steps.add(new Remedy(Texts.text("message.filter.clear"),
                    () -> model.run(choice.filtered("", choice.regex(), choice.parts()))));
            return new EmptyState(Glyph.FILTER,
                    Texts.text("message.none.matched", Amounts.number(progress.scanned())),
                    Texts.text("message.none.matched.hint"), steps);
        }
        Count count = model.reading().details().count();
        boolean empty = whole && choice.partitions().isEmpty() || count.equals(Count.exact(0));
        return empty
                ? new EmptyState(Glyph.LAYERS, Texts.text("message.none.channel", model.reading().channel().name()),
                        Texts.text("message.none.channel.hint"), List.of(again()))
                : new EmptyState(Glyph.CALENDAR_CLOCK, Texts.text("message.none.range"),
                        Texts.text("message.none.range.hint"), steps);
    }

    private Region stopped() {
        return new EmptyState(Glyph.SQUARE,
                Texts.text("message.none.stopped", Amounts.number(model.progressProperty().get().scanned())), "",
                List.of(new Remedy(Texts.text("message.go-on"), model::goOn)));
    }

    private Region failed(Fault fault) {
        return centred(new FaultCard(fault.message(), fault.remedy(), fault.details().orElse(""), List.of(again())));
    }

    private Region consent(Set<Impact> impacts) {
        String what = impacts.stream().sorted().map(i -> Texts.text("message.impact." + i.name()))
                .collect(Collectors.joining(" "));
        return new EmptyState(Glyph.TRIANGLE_ALERT,
                Texts.text("message.consent", model.reading().channel().name()), what,
                List.of(new Remedy(Texts.text("message.consent.ask"), () -> ask.accept(impacts))));
    }

    private Remedy again() {
        return new Remedy(Texts.text("message.again"), () -> model.run(model.choiceProperty().get()));
    }

    private static Region centred(FaultCard card) {
        Tone.PLAIN.applyTo(card);
        card.setMaxWidth(520);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane pane = new StackPane(card);
        pane.getStyleClass().add("padded");
        return pane;
    }
}
