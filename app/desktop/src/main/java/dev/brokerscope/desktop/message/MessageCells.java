package dev.brokerscope.desktop.message;

import dev.brokerscope.core.decode.Badge.Kind;
import dev.brokerscope.core.decode.Badge.Severity;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.table.RowCell;
import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunsText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The cells that are more than text.
final class MessageCells {

    private MessageCells() {}

    /// Says at a glance that something is odd about the row.
    static final class Mark extends RowCell<MessageRow> {

        private final Icon broken = Icon.of(Glyph.CIRCLE_ALERT, 14, Tone.BAD);
        private final Icon unavailable = Icon.of(Glyph.TRIANGLE_ALERT, 14, Tone.WARN);
        private final Icon gap = Icon.of(Glyph.UNFOLD_VERTICAL, 13, Tone.PLAIN);

        @Override
        protected void show(MessageRow row) {
            setGraphic(switch (row) {
                case MessageRow.Gap _ -> gap;
                case MessageRow.Data data -> switch (data.badge().severity()) {
                    case FINE -> null;
                    case UNAVAILABLE -> unavailable;
                    case BROKEN -> broken;
                };
            });
        }
    }

    /// The number, with the partition's colour beside it.
    static final class Partition extends RowCell<MessageRow> {

        private final Region tick = new Region();

        Partition() {
            tick.setManaged(false);
        }

        @Override
        protected void show(MessageRow row) {
            setText(String.valueOf(row.partitionNumber()));
            PartitionTick.colour(tick, row.partitionNumber());
            tick.setVisible(true);
            if (!getChildren().contains(tick)) {
                getChildren().add(tick);
            }
        }

        @Override
        protected void clear() {
            super.clear();
            tick.setVisible(false);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (tick.isVisible() && getText() != null && !getChildren().contains(tick)) {
                getChildren().add(tick);
            }
            tick.resizeRelocate(0, 4, PartitionTick.WIDTH, Math.max(0, getHeight() - 8));
        }
    }

    /// A value in colours.
    static final class Runs extends RowCell<MessageRow> {

        private final RunsText runs = new RunsText();
        private final Function<MessageRow, List<Run>> value;

        Runs(Function<MessageRow, List<Run>> value) {
            this.value = value;
        }

        @Override
        protected void show(MessageRow row) {
            runs.show(value.apply(row));
            if (getGraphic() == null) {
                setGraphic(runs);
            }
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            runs.resizeRelocate(8, 0, Math.max(0, getWidth() - 12), getHeight());
        }
    }

    /// The badge of the format.
    static final class Format extends RowCell<MessageRow> {

        private Optional<dev.brokerscope.core.decode.Badge> shown = Optional.empty();
        private Label label = new Label();

        @Override
        protected void show(MessageRow row) {
            switch (row) {
                case MessageRow.Gap _ -> setGraphic(null);
                case MessageRow.Data data -> {
                    if (shown.filter(data.badge()::equals).isEmpty()) {
                        label = FormatBadge.of(data.badge());
                        shown = Optional.of(data.badge());
                    }
                    setGraphic(label);
                }
            }
        }
    }

    /// Bytes of the value; `null` is not 0.
    static final class Size extends RowCell<MessageRow> {

        private static final int SHORTENED = 100_000;
        private static final int MEGA = 1_000_000;

        @Override
        protected void show(MessageRow row) {
            setText(switch (row) {
                case MessageRow.Gap _ -> "";
                case MessageRow.Data data -> data.size() < 0
                        ? Texts.text("badge.null")
                        : words(data.size());
            });
            getStyleClass().remove("muted");
            if (row instanceof MessageRow.Data data && (data.badge().kind() == Kind.NULL
                    || data.badge().kind() == Kind.TOMBSTONE || data.badge().severity() != Severity.FINE)) {
                getStyleClass().add("muted");
            }
        }

        /// Numbers are never cut, so large ones are shortened.
        private static String words(int size) {
            return size < SHORTENED ? Amounts.number(size)
                    : size < MEGA ? size / 1_000 + " kB" : Amounts.bytes(size);
        }
    }
}
