package dev.brokerscope.desktop.ui.table;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.scene.control.ContentDisplay;

/// A column: its lasting id, its title, its width in pixels, and how its cells are drawn.
///
/// @param styleClasses of head and cells: `number` aligns right, `mono` sets the mono font, `mark` is a narrow icon
/// @param takesRest whether it takes the width the others leave; one column of a table
/// @param optional whether people may hide it
public record ColumnSpec<R>(String id, String title, double width, double leastWidth, List<String> styleClasses,
        boolean takesRest, boolean optional, Supplier<RowCell<R>> cells) {

    /// Text in the usual font.
    public static <R> ColumnSpec<R> text(String id, String title, double width, Function<R, String> value) {
        return plain(id, title, width, List.of(), value);
    }

    /// Names and keys, in the mono font.
    public static <R> ColumnSpec<R> mono(String id, String title, double width, Function<R, String> value) {
        return plain(id, title, width, List.of("mono"), value);
    }

    /// Figures and offsets, right-aligned in the mono font.
    public static <R> ColumnSpec<R> number(String id, String title, double width, Function<R, String> value) {
        return plain(id, title, width, List.of("mono", "number"), value);
    }

    /// Values in colours; takes the rest of the width.
    public static <R> ColumnSpec<R> runs(String id, String title, double leastWidth, Function<R, List<Run>> value) {
        return new ColumnSpec<>(id, title, leastWidth, leastWidth, List.of(), true, false,
                () -> new RunsCell<>(value));
    }

    /// Pieces in colours in a column of its own width, such as a time with grey milliseconds or a key with its tags.
    public static <R> ColumnSpec<R> pieces(String id, String title, double width, Function<R, List<Run>> value) {
        return of(id, title, width, List.of(), () -> new RunsCell<>(value));
    }

    /// The number of a partition with its coloured tick.
    public static <R> ColumnSpec<R> partition(String id, String title, double width, ToIntFunction<R> value) {
        return of(id, title, width, List.of("mono", "number"), () -> new PartitionCell<>(value));
    }

    /// Anything else.
    public static <R> ColumnSpec<R> of(String id, String title, double width, List<String> styleClasses,
            Supplier<RowCell<R>> cells) {
        return new ColumnSpec<>(id, title, width, Math.min(width, 22), styleClasses, false, true, cells);
    }

    /// The same, but always shown.
    public ColumnSpec<R> always() {
        return new ColumnSpec<>(id, title, width, leastWidth, styleClasses, takesRest, false, cells);
    }

    private static <R> ColumnSpec<R> plain(String id, String title, double width, List<String> styleClasses,
            Function<R, String> value) {
        return of(id, title, width, styleClasses, () -> new RowCell<>() {
            @Override
            protected void show(R row) {
                setText(value.apply(row));
            }
        });
    }

    private static final class RunsCell<R> extends RowCell<R> {

        private final RunsText runs = new RunsText();
        private final Function<R, List<Run>> value;

        RunsCell(Function<R, List<Run>> value) {
            this.value = value;
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void show(R row) {
            runs.show(value.apply(row));
            if (getGraphic() == null) {
                setGraphic(runs);
            }
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            runs.resizeRelocate(8, 0, Math.max(0, getWidth() - 14), getHeight());
        }
    }
}
