package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.dialog.WizardStep;
import dev.brokerscope.desktop.wizard.ChannelChoiceView;
import dev.brokerscope.desktop.wizard.RangeChoice;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.wizard.RangeFields;
import dev.brokerscope.desktop.wizard.WordRow;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The steps of the restore wizard, wired to its model.
final class RestoreSteps {

    private static final double LIST = 190;

    private final Desk desk;
    private final RestoreModel model;
    private final ConfirmStep confirm;

    RestoreSteps(Desk desk, RestoreModel model) {
        this.desk = desk;
        this.model = model;
        this.confirm = new ConfirmStep(desk, model);
    }

    List<WizardStep> all() {
        return List.of(archive(), channels(), target(), mapping(), preflight(), last());
    }

    /// Whether the last step was confirmed; on production by the typed name.
    boolean confirmed() {
        return confirm.confirmedProperty().get();
    }

    private WizardStep archive() {
        WizardStep step = new WizardStep(Texts.text("restore.archive"), new ArchiveStep(desk, model), () -> {
        });
        step.canGoOnProperty().bind(Bindings.createBooleanBinding(
                () -> model.heldProperty().get() instanceof RestoreModel.Held.Read, model.heldProperty()));
        step.summaryProperty().bind(Bindings.createStringBinding(
                () -> model.heldProperty().get() instanceof RestoreModel.Held.Read read
                        ? String.valueOf(read.file().getFileName()).replace(".msgdb", "") : "",
                model.heldProperty()));
        return step;
    }

    private WizardStep channels() {
        RangeChoice range = model.range();
        ChannelChoiceView choice = new ChannelChoiceView(model.channels(), LIST);
        VBox body = new VBox(16, title(Texts.text("restore.channels.title")), choice,
                new RangeFields(range, Texts.text("restore.range.hint")),
                new WordRow(Texts.text("backup.filter"), Glyph.LIST_FILTER, model.fineprint().filterProperty(),
                        Texts.text("backup.filter.prompt"), Texts.text("restore.filter.hint"),
                        model.fineprint()::filterProblem));
        VBox.setVgrow(choice, Priority.ALWAYS);
        WizardStep step = new WizardStep(Texts.text("wizard.channels"), body, () -> {
        });
        var count = model.channels().chosenCountProperty();
        Observable[] words = {count, model.channels().lines(), range.kindProperty(), range.fromProperty(),
            range.toProperty(), range.firstProperty(), range.behindProperty(), range.newestProperty(),
            range.partitionsProperty(), model.fineprint().filterProperty()};
        step.canGoOnProperty().bind(Bindings.createBooleanBinding(
                () -> count.get() > 0 && range.problem().isEmpty() && model.fineprint().filterProblem().isEmpty(),
                words));
        step.summaryProperty().bind(Bindings.createStringBinding(() -> count.get() == 0 ? ""
                : Texts.text("wizard.channels.count", count.get(), model.channels().lines().size()) + " · "
                        + range.summary(),
                words));
        step.whenLeft(model::nameChosen);
        return step;
    }

    private WizardStep target() {
        TargetStep body = new TargetStep(desk, model);
        WizardStep step = new WizardStep(Texts.text("restore.target"), body, body::show);
        step.canGoOnProperty().bind(Bindings.createBooleanBinding(() -> model.targetProperty().get().isPresent(),
                model.targetProperty()));
        step.summaryProperty().bind(Bindings.createStringBinding(
                () -> model.targetProperty().get().map(c -> c.name()).orElse(""), model.targetProperty()));
        return step;
    }

    private WizardStep mapping() {
        MappingStep body = new MappingStep(model);
        WizardStep step = new WizardStep(Texts.text("restore.mapping"), body, () -> {
            model.nameChosen();
            body.refresh();
        });
        step.canGoOnProperty().bind(body.fitsProperty());
        step.summaryProperty().bind(body.summaryProperty());
        return step;
    }

    private WizardStep preflight() {
        WizardStep step = new WizardStep(Texts.text("restore.preflight"), new PreflightStep(desk, model),
                model::check);
        step.canGoOnProperty().bind(Bindings.createBooleanBinding(() -> model.possible().isPresent(),
                model.checkProperty()));
        step.summaryProperty().bind(Bindings.createStringBinding(this::found, model.checkProperty()));
        step.hindranceProperty().bind(Bindings.createStringBinding(this::hindrance, model.checkProperty()));
        return step;
    }

    private String found() {
        if (!(model.checkProperty().get() instanceof RestoreModel.Check.Checked(var run))) {
            return "";
        }
        return Texts.text("restore.preflight.summary", run.preflight().count(Severity.BLOCKS),
                run.preflight().count(Severity.WARNING));
    }

    private String hindrance() {
        return switch (model.checkProperty().get()) {
            case RestoreModel.Check.Checking() -> "";
            case RestoreModel.Check.Failed _ -> Texts.text("restore.cannot-check");
            case RestoreModel.Check.Checked(var run) ->
                    Texts.text("restore.blocked", run.preflight().count(Severity.BLOCKS));
        };
    }

    private WizardStep last() {
        WizardStep step = new WizardStep(Texts.text("backup.what"), confirm, confirm::show);
        step.canGoOnProperty().bind(confirm.confirmedProperty());
        step.hindranceProperty().set(Texts.text("restore.confirm-first"));
        return step;
    }

    static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("step-title");
        return title;
    }
}
