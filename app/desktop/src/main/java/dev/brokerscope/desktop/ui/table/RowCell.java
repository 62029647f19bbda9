package dev.brokerscope.desktop.ui.table;

import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

/// A cell of a [WindowedTable]. Reused for other rows all the time, so `show` only sets what differs.
public abstract class RowCell<R> extends TableCell<Row<R>, Row<R>> {

    private final Region waiting = new Region();
    private boolean shown;

    protected RowCell() {
        waiting.getStyleClass().add("loading-bar");
        waiting.setManaged(false);
        waiting.setMouseTransparent(true);
    }

    /// Draws a row that is there.
    protected abstract void show(R row);

    /// Draws nothing: the row is empty, still being fetched, or a row over all columns lies here.
    protected void clear() {
        setText(null);
        setGraphic(null);
    }

    @Override
    protected final void updateItem(Row<R> row, boolean empty) {
        super.updateItem(row, empty);
        Optional<R> value = empty || row == null ? Optional.empty() : row.value();
        boolean covered = value.isPresent() && getTableRow() instanceof WindowRow<R> own && own.covers(this);
        boolean loading = !empty && row != null && value.isEmpty();
        showWaiting(loading);
        if (value.isPresent() && !covered) {
            shown = true;
            show(value.get());
        } else if (shown) {
            shown = false;
            clear();
        }
    }

    private void showWaiting(boolean loading) {
        if (loading && !getChildren().contains(waiting)) {
            getChildren().add(waiting);
        }
        waiting.setVisible(loading);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (waiting.isVisible()) {
            double width = Math.max(0, Math.min(90, getWidth() - 16));
            if (!getChildren().contains(waiting)) {
                getChildren().add(waiting);
            }
            waiting.resizeRelocate(8, Math.round(getHeight() / 2 - 3), width, 6);
        }
    }
}
