package dev.brokerscope.desktop.keep;

import dev.brokerscope.core.backup.BackupReport;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.backup.Selection;
import dev.brokerscope.core.backup.SelectionBackup;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.job.JobDialog;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.FieldBox;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import dev.brokerscope.desktop.ui.dialog.DialogCard;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import dev.brokerscope.desktop.wizard.Away;
import dev.brokerscope.desktop.wizard.FormRow;
import dev.brokerscope.desktop.wizard.backup.BackupJob;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks where a result is to be kept, then keeps it. FX thread.
public final class KeepDialog {

    private static final double WIDTH = 640;

    private final Desk desk;
    private final KeepModel model;
    private final VBox notice = new VBox(8);
    private final Button keep = Buttons.primary(Texts.text("keep-result.keep"), Glyph.BOOKMARK_PLUS, this::keep);

    private KeepDialog(Desk desk, Findings findings) {
        this.desk = desk;
        this.model = new KeepModel(findings, Path.of(System.getProperty("user.home"), "backups"),
                LocalDate.now(desk.zone().get()), new Away(desk.work(), desk.ui()));
    }

    public static void show(Desk desk, Findings findings) {
        new KeepDialog(desk, findings).open();
    }

    private void open() {
        ModalHost host = desk.screens().modals();
        DialogCard card = new DialogCard(host, Glyph.BOOKMARK_PLUS, Texts.text("keep-result.title"), body(), WIDTH);
        card.setSubtitle(model.findings().channel().name());
        card.addButton(Buttons.plain(Texts.text("cancel"), host::close));
        card.addDefault(keep);
        model.placeProperty().subscribe(_ -> judge());
        model.destination().nameProperty().subscribe(_ -> judge());
        model.destination().folderProperty().subscribe(_ -> judge());
        host.show(card, ModalHost.Place.CENTRE, () -> {
        });
    }

    private VBox body() {
        Findings found = model.findings();
        VBox body = new VBox(16, Rows.wrapped(Texts.text("keep-result.words", Amounts.of(found.messages(), "message"),
                found.words())));
        if (!found.complete()) {
            body.getChildren().add(new NoticeBar(Tone.ACCENT, Glyph.INFO, Texts.text("keep-result.partly"), List.of()));
        }
        if (found.chosen().isPresent() && found.messages() > 1) {
            body.getChildren().add(new FormRow(Texts.text("keep-result.what"), what(found.messages()), ""));
        }
        FieldBox folder = field(Glyph.FOLDER, model.destination().folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button browse = Buttons.plain(Texts.text("wizard.browse"), Glyph.FOLDER_OPEN, () -> desk.services()
                .chooseFolder(Texts.text("backup.folder.choose"))
                .ifPresent(chosen -> model.destination().folderProperty().set(chosen.toString())));
        browse.getStyleClass().add("large");
        body.getChildren().addAll(
                new FormRow(Texts.text("backup.folder"), Rows.row(8, folder, browse), ""),
                new FormRow(Texts.text("backup.name"), field(Glyph.FILE_ARCHIVE, model.destination().nameProperty()),
                        Texts.text("keep-result.hint")),
                notice);
        return body;
    }

    private Node what(long messages) {
        SegmentedControl<Boolean> what = new SegmentedControl<>(List.of(false, true), one -> one
                ? Texts.text("keep-result.selected") : Texts.text("keep-result.all", messages));
        what.getStyleClass().add("large");
        what.valueProperty().set(false);
        what.valueProperty().subscribe(model.onlyChosenProperty()::set);
        return what;
    }

    private void judge() {
        boolean taken = model.destination().file().isPresent() && model.target().isEmpty();
        notice.setManaged(taken);
        notice.getChildren().setAll(taken
                ? List.of(new NoticeBar(Tone.BAD, Glyph.CIRCLE_X, Texts.text("backup.place.taken",
                        model.destination().file().map(Path::toString).orElse("")), List.of()))
                : List.of());
        keep.setDisable(model.target().isEmpty());
    }

    private void keep() {
        model.target().ifPresent(file -> {
            desk.screens().modals().close();
            Job<BackupReport> job = start(file, model.selection());
            JobDialog.show(desk, job, ended -> ended.report().isPresent()
                    ? List.of(new Remedy(Texts.text("job.open-archive"), () -> desk.screens().openArchive(file)))
                    : List.of());
        });
    }

    private Job<BackupReport> start(Path file, Selection selection) {
        Findings found = model.findings();
        String name = String.valueOf(file.getFileName()).replace(".msgdb", "");
        JobRequest request = new JobRequest(JobKind.BACKUP, name,
                Texts.text("keep-result.job", Amounts.of(selection.size(), "row"), found.channel().name()));
        return desk.engine().jobs().start(request, job -> {
            BackupJob.makeFolder(file);
            return new SelectionBackup(found.source(), Provenance.ofSystem(BackupJob.PROGRAM))
                    .run(found.channel(), found.words(), selection, file, job);
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
