package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.Count;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What stands where no row is: why there is none, and what can be done.
final class Emptiness {

    private final MessagesModel model;
    private final ConsentPane.Ways ways;

    Emptiness(MessagesModel model, ConsentPane.Ways ways) {
        this.model = model;
        this.ways = ways;
    }

    /// Absent where rows are there or may still come.
    Optional<Region> view() {
        boolean rows = model.pageProperty().get().count() > 0;
        return switch (model.stateProperty().get()) {
            case SearchState.Idle _ -> Optional.empty();
            case SearchState.Running _ ->
                    rows || !model.choiceProperty().get().isLive() ? Optional.empty() : Optional.of(waiting());
            case SearchState.Done _ -> rows ? Optional.empty() : Optional.of(nothing());
            case SearchState.Stopped _ -> rows ? Optional.empty() : Optional.of(stopped());
            case SearchState.Failed(var fault) -> rows ? Optional.empty() : Optional.of(failed(fault));
            case SearchState.NotReadable _ -> Optional.of(notReadable());
            case SearchState.NeedsConsent(var impacts) ->
                    Optional.of(new ConsentPane(model.reading(), impacts, ways));
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

    private Region waiting() {
        return new EmptyState(Glyph.RADIO, Texts.text("message.none.live", model.reading().channel().name()),
                Texts.text("message.none.live.hint"), List.of(new Remedy(Texts.text("message.stop"), model::stop)));
    }

    private Region notReadable() {
        return new EmptyState(Glyph.SEND, Texts.text("message.none.target", model.reading().channel().name()),
                Texts.text("message.none.target.hint"), List.of());
    }

    private Region stopped() {
        if (model.choiceProperty().get().isLive()) {
            return new EmptyState(Glyph.SQUARE, Texts.text("message.none.live.stopped"), "", List.of(again()));
        }
        return new EmptyState(Glyph.SQUARE,
                Texts.text("message.none.stopped", Amounts.number(model.progressProperty().get().scanned())), "",
                List.of(new Remedy(Texts.text("message.go-on"), model::goOn)));
    }

    private Region failed(Fault fault) {
        return centred(new FaultCard(fault.message(), fault.remedy(), fault.details().orElse(""), List.of(again())));
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
