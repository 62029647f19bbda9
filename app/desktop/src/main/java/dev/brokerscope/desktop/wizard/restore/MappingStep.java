package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.FieldBox;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.desktop.wizard.FormRow;
import dev.brokerscope.desktop.wizard.WordRow;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Names on the target, partitions, what happens to channels that are missing or hold messages, groups, comparison.
final class MappingStep extends VBox {

    private static final double NAME = 280;

    private final RestoreModel model;
    private final VBox names = new VBox(6);
    private final Label problem = Rows.wrapped("", "tone-bad");
    private final ReadOnlyBooleanWrapper fits = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    MappingStep(RestoreModel model) {
        super(14);
        this.model = model;
        SegmentedControl<NamingKind> kind = new SegmentedControl<>(List.of(NamingKind.values()), NamingKind::words);
        kind.getStyleClass().add("large");
        kind.valueProperty().bindBidirectional(model.naming().kindProperty());
        SegmentedControl<Partitioning> partitions =
                new SegmentedControl<>(List.of(Partitioning.values()), MappingStep::words);
        partitions.getStyleClass().add("large");
        partitions.valueProperty().bindBidirectional(model.partitioningProperty());
        SegmentedControl<IntoExisting> existing =
                new SegmentedControl<>(List.of(IntoExisting.values()), MappingStep::words);
        existing.getStyleClass().add("large");
        existing.valueProperty().bindBidirectional(model.fineprint().existingProperty());
        getChildren().addAll(RestoreSteps.title(Texts.text("restore.mapping.title")),
                new FormRow(Texts.text("restore.names"), kind, ""), names, problem,
                new FormRow(Texts.text("restore.partitions"), partitions, Texts.text("restore.partitions.hint")),
                new WordRow(Texts.text("restore.map"), Glyph.COLUMNS_3, model.fineprint().partitionMapProperty(),
                        Texts.text("restore.map.prompt"), Texts.text("restore.map.hint"),
                        model.fineprint()::partitionMapProblem),
                new FormRow(Texts.text("restore.missing"), Rows.row(16,
                        box(Texts.text("restore.create"), model.createProperty()),
                        field(Glyph.LAYERS, model.replicationProperty(), Texts.text("restore.replication.prompt"))),
                        Texts.text("restore.create.hint")),
                new FormRow(Texts.text("restore.existing"), existing, Texts.text("restore.existing.hint")),
                new FormRow(Texts.text("restore.writing"),
                        box(Texts.text("restore.transactional"), model.fineprint().transactionalProperty()),
                        Texts.text("restore.transactional.hint")),
                new WordRow(Texts.text("backup.limit"), Glyph.GAUGE, model.fineprint().limitProperty(),
                        Texts.text("restore.limit.prompt"), Texts.text("backup.limit.hint"),
                        model.fineprint()::limitProblem),
                new FormRow(Texts.text("backup.groups"), box(Texts.text("restore.groups"), model.groupsProperty()),
                        Texts.text("restore.groups.hint")),
                new FormRow(Texts.text("backup.afterwards"),
                        box(Texts.text("restore.compare"), model.compareProperty()),
                        Texts.text("restore.compare.hint")));
        model.naming().kindProperty().subscribe(_ -> refresh());
        model.naming().prefixProperty().subscribe((_, _) -> judge());
        model.replicationProperty().subscribe((_, _) -> judge());
        model.fineprint().limitProperty().subscribe((_, _) -> judge());
        model.fineprint().partitionMapProperty().subscribe((_, _) -> judge());
    }

    ReadOnlyBooleanProperty fitsProperty() {
        return fits.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Shows the chosen channels with their names.
    void refresh() {
        names.getChildren().setAll(switch (model.naming().kindProperty().get()) {
            case SAME -> List.of();
            case PREFIX -> List.<Node>of(new FormRow(Texts.text("restore.prefix"),
                    field(Glyph.TAG, model.naming().prefixProperty(), ""), Texts.text("restore.prefix.hint")));
            case EACH -> model.naming().lines().stream().<Node>map(line -> {
                line.name().subscribe((_, _) -> judge());
                return new FormRow(line.channel().text(), field(Glyph.ARROW_RIGHT, line.name(), ""), "");
            }).toList();
        });
        judge();
    }

    private void judge() {
        problem.setText(model.naming().problem().map(MappingStep::words).orElseGet(
                () -> model.replicationFits() ? "" : Texts.text("restore.replication.wrong")));
        problem.setManaged(!problem.getText().isEmpty());
        fits.set(model.mappingFits());
        long renamed = model.naming().lines().stream()
                .filter(line -> !model.naming().nameOf(line).equals(line.channel().text())).count();
        summary.set(renamed == 0 ? Texts.text("restore.names.same") : Texts.text("restore.names.renamed", renamed));
    }

    private static String words(NamingChoice.Problem problem) {
        return switch (problem) {
            case NO_PREFIX -> Texts.text("restore.problem.prefix");
            case NO_NAME -> Texts.text("restore.problem.name");
            case TWICE -> Texts.text("restore.problem.twice");
        };
    }

    private static String words(Partitioning partitioning) {
        return switch (partitioning) {
            case KEEP -> Texts.text("restore.partitions.keep");
            case BY_KEY -> Texts.text("restore.partitions.by-key");
            case ONE -> Texts.text("restore.partitions.one");
        };
    }

    private static String words(IntoExisting existing) {
        return switch (existing) {
            case REFUSE -> Texts.text("restore.existing.refuse");
            case APPEND -> Texts.text("restore.existing.append");
            case RECREATE -> Texts.text("restore.existing.recreate");
        };
    }

    private static CheckBox box(String words, BooleanProperty value) {
        CheckBox box = new CheckBox(words);
        box.setMinHeight(28);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private static FieldBox field(Glyph glyph, StringProperty words, String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(words);
        FieldBox box = new FieldBox(glyph, field);
        box.getStyleClass().add("large");
        box.setPrefWidth(NAME);
        box.setMaxWidth(NAME);
        return box;
    }
}
