package dev.brokerscope.desktop.ui.gallery;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.UiThread;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.gallery.SampleRows.Kind;
import dev.brokerscope.desktop.ui.gallery.SampleRows.Message;
import dev.brokerscope.desktop.ui.table.ColumnSpec;
import dev.brokerscope.desktop.ui.table.RowCell;
import dev.brokerscope.desktop.ui.table.RowSpan;
import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import dev.brokerscope.desktop.ui.table.WindowedTable;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;

/// The message table as the main screen has it, over made-up messages.
final class SampleTable {

    private SampleTable() {
    }

    static WindowedTable<Message> of(long size) {
        WindowedTable<Message> table = new WindowedTable<>(new UiThread(), columns(), Optional.of(gaps()));
        table.setSource(new SampleRows(size));
        return table;
    }

    static List<ColumnSpec<Message>> columns() {
        return List.of(ColumnSpec.of("mark", "", 22, List.of("mark"), MarkCell::new),
                ColumnSpec.partition("partition", "P", 34, Message::partition),
                ColumnSpec.number("offset", "Offset", 74, Message::offset),
                ColumnSpec.pieces("time", "Time, UTC", 106,
                        m -> List.of(Run.of(m.time().substring(0, 8), RunStyle.PLAIN),
                                Run.of(m.time().substring(8), RunStyle.MUTED))),
                ColumnSpec.pieces("key", "Key", 90,
                        m -> List.of(Run.of(m.key(), m.key().equals("null") ? RunStyle.TAG : RunStyle.PLAIN))),
                ColumnSpec.of("format", "Format", 90, List.of(), FormatCell::new),
                ColumnSpec.number("size", "Size", 46, Message::size),
                ColumnSpec.runs("value", "Value", 160, Message::value));
    }

    private static RowSpan<Message> gaps() {
        return new RowSpan<>("offset", m -> m.kind() == Kind.GAP,
                m -> Rows.row(0, Rows.label("1204011 – 1204013", "mono"), Rows.label("   transaction marker", "strong"),
                        Rows.label(" · 2 aborted messages and the marker", "muted")));
    }

    private static final class MarkCell extends RowCell<Message> {

        @Override
        protected void show(Message m) {
            setGraphic(switch (m.kind()) {
                case BROKEN -> Icon.of(Glyph.CIRCLE_ALERT, 13, Tone.BAD);
                case NO_SCHEMA -> Icon.of(Glyph.TRIANGLE_ALERT, 13, Tone.WARN);
                case GAP -> Icon.of(Glyph.UNFOLD_VERTICAL, 13, Tone.PLAIN);
                case AVRO, JSON, XML, TOMBSTONE, EMPTY, BINARY -> null;
            });
        }
    }

    private static final class FormatCell extends RowCell<Message> {

        @Override
        protected void show(Message m) {
            setGraphic(badge(m.kind()));
        }

        private static Label badge(Kind kind) {
            return switch (kind) {
                case AVRO -> Badge.format("Avro v7", Tone.ACCENT);
                case NO_SCHEMA -> Badge.format("Avro", Tone.ACCENT);
                case JSON -> Badge.format("JSON", Tone.TEAL);
                case XML -> Badge.format("XML", Tone.VIOLET);
                case TOMBSTONE -> Badge.tombstone();
                case EMPTY -> Badge.empty();
                case BROKEN -> Badge.format("JSON broken", Tone.BAD);
                case BINARY, GAP -> Badge.binary();
            };
        }
    }
}
