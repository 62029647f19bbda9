package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.FieldBox;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import dev.brokerscope.desktop.wizard.FormRow;
import dev.brokerscope.desktop.wizard.WordRow;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Folder and name of the archive; tells what stands there already.
final class DestinationStep extends VBox {

    private final BackupModel model;
    private final VBox notice = new VBox(8);

    DestinationStep(Desk desk, BackupModel model) {
        super(16);
        this.model = model;
        Destination place = model.destination();
        SegmentedControl<Boolean> kind = new SegmentedControl<>(List.of(false, true),
                set -> Texts.text(set ? "backup.volumes" : "backup.one-file"));
        kind.getStyleClass().add("large");
        kind.valueProperty().set(place.volumesProperty().get());
        kind.valueProperty().subscribe(place.volumesProperty()::set);
        FieldBox folder = field(Glyph.FOLDER, place.folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        var browse = Buttons.plain(Texts.text("wizard.browse"), Glyph.FOLDER_OPEN, () -> desk.services()
                .chooseFolder(Texts.text("backup.folder.choose"))
                .ifPresent(chosen -> place.folderProperty().set(chosen.toString())));
        browse.getStyleClass().add("large");
        getChildren().addAll(BackupSteps.title(Texts.text("backup.destination.title")),
                new FormRow(Texts.text("backup.makes"), kind, Texts.text("backup.makes.hint")),
                new FormRow(Texts.text("backup.folder"), Rows.row(8, folder, browse),
                        Texts.text("backup.folder.hint")),
                new FormRow(Texts.text("backup.name"), field(Glyph.FILE_ARCHIVE, place.nameProperty()),
                        Texts.text("backup.name.hint")),
                notice, new EncryptionFields(desk, model.encryption()),
                new FormRow(Texts.text("backup.compression"), compression(), Texts.text("backup.compression.hint")),
                new WordRow(Texts.text("backup.limit"), Glyph.GAUGE, model.fineprint().limitProperty(),
                        Texts.text("backup.limit.prompt"), Texts.text("backup.limit.hint"),
                        model.fineprint()::limitProblem),
                new FormRow(Texts.text("backup.afterwards"), verify(), Texts.text("backup.afterwards.hint")));
        place.folderProperty().subscribe((_, _) -> model.lookAtPlace());
        place.volumesProperty().subscribe((_, _) -> model.lookAtPlace());
        place.nameProperty().subscribe((_, _) -> model.lookAtPlace());
        model.placeProperty().subscribe(this::show);
    }

    private SegmentedControl<CompressionChoice> compression() {
        SegmentedControl<CompressionChoice> choice =
                new SegmentedControl<>(List.of(CompressionChoice.values()), CompressionChoice::words);
        choice.getStyleClass().add("large");
        choice.valueProperty().bindBidirectional(model.fineprint().compressionProperty());
        return choice;
    }

    private SegmentedControl<VerifyChoice> verify() {
        SegmentedControl<VerifyChoice> choice =
                new SegmentedControl<>(List.of(VerifyChoice.values()), VerifyChoice::words);
        choice.getStyleClass().add("large");
        choice.valueProperty().bindBidirectional(model.verifyProperty());
        return choice;
    }

    private void show(Destination.State state) {
        String file = model.destination().file().map(Object::toString).orElse("");
        notice.setManaged(state != Destination.State.FREE);
        notice.getChildren().setAll(switch (state) {
            case FREE -> List.of();
            case VOLUMES -> model.destination().volumesProperty().get() ? List.of(
                    new NoticeBar(Tone.ACCENT, Glyph.INFO, Texts.text("backup.place.volumes", file), List.of()),
                    ContentsStep.box(Texts.text("backup.place.since-last"), model.destination().sinceLastProperty()))
                    : List.of(new NoticeBar(Tone.BAD, Glyph.CIRCLE_X, Texts.text("backup.place.taken", file),
                            List.of()));
            case TAKEN -> List.of(new NoticeBar(Tone.BAD, Glyph.CIRCLE_X, Texts.text("backup.place.taken", file),
                    List.of()));
            case UNFINISHED -> List.of(
                    new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT, Texts.text("backup.place.unfinished", file),
                            List.of()),
                    ContentsStep.box(Texts.text("backup.place.resume"), model.destination().resumeProperty()));
        });
    }

    private static FieldBox field(Glyph glyph, StringProperty words) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(words);
        FieldBox box = new FieldBox(glyph, field);
        box.getStyleClass().add("large");
        return box;
    }
}
