package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.wizard.FormRow;
import dev.brokerscope.desktop.wizard.WordRow;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/// What goes into the archive beside the messages, which of them count, and how it is checked.
final class ContentsStep extends VBox {

    ContentsStep(BackupModel model) {
        super(16);
        SegmentedControl<Boolean> isolation = new SegmentedControl<>(List.of(false, true),
                all -> Texts.text(all ? "backup.isolation.all" : "backup.isolation.committed"));
        isolation.getStyleClass().add("large");
        isolation.valueProperty().set(model.uncommittedProperty().get());
        isolation.valueProperty().subscribe(model.uncommittedProperty()::set);
        getChildren().addAll(BackupSteps.title(Texts.text("backup.contents.title")),
                new FormRow(Texts.text("backup.isolation"), isolation, Texts.text("backup.isolation.hint")),
                new WordRow(Texts.text("backup.filter"), Glyph.LIST_FILTER, model.fineprint().filterProperty(),
                        Texts.text("backup.filter.prompt"), Texts.text("backup.filter.hint"),
                        model.fineprint()::filterProblem),
                new FormRow(Texts.text("backup.schemas"),
                        box(Texts.text("backup.schemas.embed"), model.schemasProperty()),
                        Texts.text("backup.schemas.hint")),
                new FormRow(Texts.text("backup.groups"), box(Texts.text("backup.groups.keep"), model.groupsProperty()),
                        Texts.text("backup.groups.hint")),
                new FormRow(Texts.text("backup.objects"),
                        box(Texts.text("backup.objects.keep"), model.objectsProperty()),
                        Texts.text("backup.objects.hint")));
    }

    static CheckBox box(String words, BooleanProperty value) {
        CheckBox box = new CheckBox(words);
        box.setMinHeight(28);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }
}
