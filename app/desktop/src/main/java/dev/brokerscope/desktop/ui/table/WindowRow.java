package dev.brokerscope.desktop.ui.table;

import dev.brokerscope.desktop.ui.Rows;
import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.layout.HBox;

/// A row that can lay one node over its cells, and can be told that its page has come.
final class WindowRow<R> extends TableRow<Row<R>> {

    private static final String GAP = "gap";

    private final Optional<RowSpan<R>> span;
    private final HBox over = Rows.row(6);
    private Optional<R> covering = Optional.empty();

    WindowRow(Optional<RowSpan<R>> span) {
        this.span = span;
        over.getStyleClass().add("row-over");
        over.setManaged(false);
        over.setVisible(false);
    }

    void reload() {
        int index = getIndex();
        if (!isEmpty() && index >= 0 && index < getTableView().getItems().size()) {
            updateItem(getTableView().getItems().get(index), false);
        }
    }

    boolean covers(TableCell<Row<R>, Row<R>> cell) {
        return covering.isPresent() && from() >= 0
                && getTableView().getVisibleLeafIndex(cell.getTableColumn()) >= from();
    }

    @Override
    protected void updateItem(Row<R> row, boolean empty) {
        Optional<R> value = empty || row == null ? Optional.empty() : row.value();
        Optional<R> covered = value.filter(v -> span.isPresent() && span.get().applies().test(v));
        if (!covered.equals(covering)) {
            covering = covered;
            over.getChildren().clear();
            covered.ifPresent(v -> over.getChildren().add(span.orElseThrow().content().apply(v)));
            over.setVisible(covered.isPresent());
            getStyleClass().remove(GAP);
            if (covered.isPresent()) {
                getStyleClass().add(GAP);
            }
        }
        super.updateItem(row, empty);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (covering.isEmpty()) {
            return;
        }
        if (!getChildren().contains(over)) {
            getChildren().add(over);
        }
        double x = 8;
        for (TableColumn<Row<R>, ?> column : getTableView().getVisibleLeafColumns().subList(0, Math.max(0, from()))) {
            x += column.getWidth();
        }
        over.resizeRelocate(x, 0, Math.max(0, getWidth() - x), getHeight());
        over.toFront();
    }

    private int from() {
        String first = span.map(RowSpan::fromColumn).orElse("");
        var columns = getTableView().getVisibleLeafColumns();
        for (int i = 0; i < columns.size(); i++) {
            if (first.equals(columns.get(i).getId())) {
                return i;
            }
        }
        return -1;
    }
}
