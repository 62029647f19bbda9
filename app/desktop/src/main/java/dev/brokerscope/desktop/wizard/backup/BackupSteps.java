package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.dialog.WizardStep;
import dev.brokerscope.desktop.wizard.ChannelChoiceView;
import dev.brokerscope.desktop.wizard.RangeChoice;
import dev.brokerscope.desktop.wizard.RangeFields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The steps of the backup wizard, wired to its model.
final class BackupSteps {

    private static final double LIST = 420;

    private final Desk desk;
    private final Source source;
    private final BackupModel model;
    private final WizardStep channels;
    private final WizardStep range;
    private final WizardStep contents;
    private final WizardStep destination;
    private final WizardStep last;
    private boolean touched;

    BackupSteps(Desk desk, Source source, BackupModel model) {
        this.desk = desk;
        this.source = source;
        this.model = model;
        channels = channels();
        range = range();
        contents = contents();
        destination = destination();
        last = last();
    }

    List<WizardStep> all() {
        return List.of(channels, range, contents, destination, last);
    }

    /// Whether nobody has left the first step yet.
    boolean untouched() {
        return !touched;
    }

    private WizardStep channels() {
        VBox body = new VBox(12, title(Texts.text("backup.channels.title")));
        ChannelChoiceView view = new ChannelChoiceView(model.channels(), LIST);
        VBox.setVgrow(view, Priority.ALWAYS);
        model.listFaultProperty().subscribe(fault -> {
            body.getChildren().setAll(title(Texts.text("backup.channels.title")));
            fault.ifPresentOrElse(f -> body.getChildren().add(new FaultCard(f.message(), f.remedy(),
                    f.details().orElse(""), List.of(new Remedy(Texts.text("wizard.retry"), model::list)))),
                    () -> body.getChildren().add(view));
        });
        WizardStep step = new WizardStep(kindWord(), body, () -> {
        });
        step.whenLeft(() -> touched = true);
        var count = model.channels().chosenCountProperty();
        step.canGoOnProperty().bind(count.greaterThan(0));
        step.summaryProperty().bind(Bindings.createStringBinding(() -> count.get() == 0 ? ""
                : Texts.text("wizard.channels.count", count.get(), model.channels().lines().size()), count,
                model.channels().lines()));
        return step;
    }

    private String kindWord() {
        return desk.engine().plugins().broker(source.connection().broker())
                .map(p -> p.descriptor().kinds()).filter(kinds -> kinds.size() == 1)
                .map(kinds -> kinds.getFirst().plural())
                .orElseGet(() -> Texts.text("wizard.channels"));
    }

    private WizardStep range() {
        RangeChoice choice = model.range();
        WizardStep step = new WizardStep(Texts.text("backup.range"), new VBox(16,
                title(Texts.text("backup.range.title")), new RangeFields(choice, Texts.text("backup.range.cut"))),
                () -> touched = true);
        Observable[] words = {choice.kindProperty(), choice.fromProperty(), choice.toProperty(),
            choice.firstProperty(), choice.behindProperty(), choice.newestProperty(), choice.partitionsProperty()};
        step.canGoOnProperty().bind(Bindings.createBooleanBinding(() -> choice.problem().isEmpty(), words));
        step.summaryProperty().bind(Bindings.createStringBinding(choice::summary, words));
        return step;
    }

    private WizardStep contents() {
        WizardStep step = new WizardStep(Texts.text("backup.contents"), new ContentsStep(model), () -> {
        });
        var filter = model.fineprint().filterProperty();
        step.canGoOnProperty().bind(Bindings.createBooleanBinding(
                () -> model.fineprint().filterProblem().isEmpty(), filter));
        step.summaryProperty().bind(Bindings.createStringBinding(() -> Stream.of(
                filter.get().isBlank() ? "" : Texts.text("backup.with-filter"),
                model.schemasProperty().get() ? Texts.text("backup.with-schemas") : "",
                model.groupsProperty().get() ? Texts.text("backup.with-groups") : "")
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(", ")),
                model.schemasProperty(), model.groupsProperty(), filter));
        return step;
    }

    private WizardStep destination() {
        Destination place = model.destination();
        WizardStep step = new WizardStep(Texts.text("backup.destination"), new DestinationStep(desk, model),
                () -> model.suggestName(source.name()));
        step.canGoOnProperty().bind(Bindings.createBooleanBinding(
                () -> model.placeFits() && model.fineprint().limitProblem().isEmpty()
                        && model.encryption().problem().isEmpty(),
                Stream.concat(Stream.of(place.nameProperty(), place.folderProperty(), place.resumeProperty(),
                        place.volumesProperty(), model.placeProperty(), model.fineprint().limitProperty()),
                        Stream.of(model.encryption().all())).toArray(Observable[]::new)));
        step.summaryProperty().bind(place.nameProperty());
        return step;
    }

    private WizardStep last() {
        BackupSummary summary = new BackupSummary(source, model, kindWord());
        WizardStep step = new WizardStep(Texts.text("backup.what"), summary, model::look);
        step.canGoOnProperty().bind(Bindings.createBooleanBinding(model::mayStart, model.lookProperty(),
                model.consentedProperty()));
        step.hindranceProperty().bind(Bindings.createStringBinding(this::hindrance, model.lookProperty()));
        return step;
    }

    private String hindrance() {
        return switch (model.lookProperty().get()) {
            case BackupModel.Look.Looking() -> "";
            case BackupModel.Look.Failed _ -> Texts.text("backup.cannot");
            case BackupModel.Look.Seen _ -> Texts.text("backup.needs-consent");
        };
    }

    static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("step-title");
        return title;
    }
}
