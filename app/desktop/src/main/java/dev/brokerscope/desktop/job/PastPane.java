package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Card;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A job that ended: its report, and what can be done with what it made.
final class PastPane extends VBox {

    private static final double NOTES = 160;

    PastPane(JobEntry.Past past, Desk desk, Runnable forget) {
        super(12);
        getStyleClass().add("job-pane");
        getChildren().addAll(head(past, desk, forget), Rows.wrapped(past.request().subtitle(), "muted"),
                new ReportPane(new ReportReading(desk.zone().get()).read(past.record())));
        past.job().ifPresent(job -> {
            NoteList notes = new NoteList();
            notes.show(job.progress().view().notes());
            notes.setPrefHeight(NOTES);
            getChildren().add(new Card(Texts.text("job.notable"), notes));
        });
    }

    private static HBox head(JobEntry.Past past, Desk desk, Runnable forget) {
        JobWords.Mark mark = JobWords.mark(past);
        HBox head = Rows.row(10, Icon.of(JobWords.glyph(past.request().kind()), 18, Tone.ACCENT),
                Rows.label(past.request().title(), "title"), Badge.of(mark.word(), mark.glyph(), mark.tone()),
                Rows.spring());
        archive(past).ifPresent(file -> head.getChildren().add(Buttons.plain(Texts.text("job.open-archive"),
                Glyph.ARCHIVE, () -> desk.screens().openArchive(file))));
        if (past.record().report().isPresent()) {
            head.getChildren().add(Buttons.plain(Texts.text("job.save-report"), Glyph.SAVE,
                    () -> new ReportSaving(desk).save(past)));
        }
        head.getChildren().add(Buttons.icon(Glyph.TRASH_2, Texts.text("job.forget"), forget));
        return head;
    }

    private static Optional<Path> archive(JobEntry.Past past) {
        boolean made = past.request().kind() == JobKind.BACKUP || past.request().kind() == JobKind.VERIFY;
        return past.record().report().filter(r -> made && r.hasNonNull("archive"))
                .map(r -> Path.of(r.path("archive").asText()));
    }
}
