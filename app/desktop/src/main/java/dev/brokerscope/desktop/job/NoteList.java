package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.Note;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// What was notable, newest last, with the time in UTC.
final class NoteList extends ListView<Note> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final double ROW = 22;

    NoteList() {
        getStyleClass().add("note-list");
        setFixedCellSize(ROW);
        setMinHeight(ROW);
        setPrefHeight(ROW);
        setPlaceholder(Rows.label(Texts.text("job.notable.none"), "muted"));
        setCellFactory(_ -> new Cell());
    }

    void show(List<Note> notes) {
        if (notes.size() != getItems().size()
                || !notes.isEmpty() && !notes.getLast().equals(getItems().getLast())) {
            getItems().setAll(notes);
            scrollTo(notes.size() - 1);
        }
    }

    private static final class Cell extends ListCell<Note> {

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Note note, boolean empty) {
            super.updateItem(note, empty);
            setGraphic(empty || note == null ? null : line(note));
            setTooltip(empty || note == null ? null : new Tooltip(note.text()));
        }

        private static javafx.scene.Node line(Note note) {
            Label words = Rows.label(note.text());
            Icon icon = switch (note.level()) {
                case INFO -> Icon.of(Glyph.INFO, 14, Tone.ACCENT);
                case GOOD -> Icon.of(Glyph.CIRCLE_CHECK, 14, Tone.OK);
                case WARNING -> Icon.of(Glyph.TRIANGLE_ALERT, 14, Tone.WARN);
                case BAD -> Icon.of(Glyph.CIRCLE_X, 14, Tone.BAD);
            };
            return Rows.row(8, Rows.label(TIME.format(note.at()), "mono-small", "muted"), icon, words);
        }
    }
}
