package dev.brokerscope.desktop.wizard;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// A short table in a frame: as high as its rows, up to a handful; the first column takes what room is left.
public class PlainTable<T> extends TableView<T> {

    private static final double ROW = 26;
    private static final double HEAD = 28;
    private static final int MOST_ROWS = 8;

    /// @param styleClasses of the cells
    public record Column<T>(String title, double width, Function<T, String> text, List<String> styleClasses) {

        public static <T> Column<T> words(String title, double width, Function<T, String> text) {
            return new Column<>(title, width, text, List.of());
        }

        public static <T> Column<T> mono(String title, double width, Function<T, String> text) {
            return new Column<>(title, width, text, List.of("mono"));
        }

        public static <T> Column<T> number(String title, double width, Function<T, String> text) {
            return new Column<>(title, width, text, List.of("number", "mono"));
        }
    }

    @SuppressWarnings("this-escape")
    public PlainTable(List<T> rows, List<Column<T>> columns) {
        getStyleClass().add("framed");
        setFixedCellSize(ROW);
        for (Column<T> column : columns) {
            getColumns().add(made(column));
        }
        show(rows);
        double others = columns.stream().skip(1).mapToDouble(Column::width).sum();
        widthProperty().subscribe(width -> getColumns().getFirst()
                .setPrefWidth(Math.max(columns.getFirst().width(), width.doubleValue() - others - 2)));
    }

    public final void show(List<T> rows) {
        getItems().setAll(rows);
        double height = HEAD + ROW * Math.clamp(rows.size(), 1, MOST_ROWS) + 2;
        setMinHeight(height);
        setPrefHeight(height);
    }

    private TableColumn<T, String> made(Column<T> column) {
        TableColumn<T, String> made = new TableColumn<>(column.title());
        made.setCellValueFactory(row -> new ReadOnlyStringWrapper(column.text().apply(row.getValue())));
        made.setPrefWidth(column.width());
        made.setSortable(false);
        made.setReorderable(false);
        made.getStyleClass().addAll(column.styleClasses());
        return made;
    }
}
