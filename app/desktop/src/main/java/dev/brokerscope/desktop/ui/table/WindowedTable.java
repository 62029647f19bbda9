package dev.brokerscope.desktop.ui.table;

import dev.brokerscope.desktop.ui.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A table of up to ten million rows. JavaFX's own table shows a window of some thousand of them ([RowWindow]); the
/// scroll bar counts rows of the whole result. Rows are fetched in pages and drawn empty until they come, so nothing
/// here ever waits. One row can be selected; its index counts in the whole result.
///
/// FX thread only.
public final class WindowedTable<R> extends Region {

    /// Height of a row, in pixels.
    public static final double ROW_HEIGHT = 26;

    private static final double HEAD_HEIGHT = 26;
    private static final double BAR_WIDTH = 8;
    /// How near the edge of the window the first visible row may come before the window moves.
    private static final int EDGE = 2_000;

    private final UiThread ui;
    private final TableView<Row<R>> table = new TableView<>();
    private final TableColumns<R> columns;
    private final ScrollBar bar = new ScrollBar();
    private final List<WindowRow<R>> shownRows = new ArrayList<>();
    private final ReadOnlyLongWrapper selected = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyObjectWrapper<Optional<R>> selectedRow = new ReadOnlyObjectWrapper<>(Optional.empty());
    private RowWindow<R> window;
    private @Nullable VirtualFlow<?> flow;
    private long wantedFirst = -1;
    private boolean moving;

    public WindowedTable(UiThread ui, List<ColumnSpec<R>> columns, Optional<RowSpan<R>> span) {
        this.ui = ui;
        this.window = new RowWindow<>(RowSource.of(List.of()), ui, this::pageArrived);
        this.columns = new TableColumns<>(table, columns);
        getStyleClass().add("windowed-table");
        table.getStyleClass().add("edge-to-edge");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setItems(window);
        table.setRowFactory(_ -> newRow(span));
        table.getSelectionModel().selectedIndexProperty().addListener((_, _, now) -> picked(now.intValue()));
        table.skinProperty().addListener((_, _, _) -> ui.later(this::watchFlow));
        new TableKeys(this).install(table);
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().addListener((_, _, now) -> {
            if (!moving) {
                scrollTo(now.longValue());
            }
        });
        getChildren().addAll(table, bar);
    }

    /// Shows another result from its beginning, with nothing selected.
    public void setSource(RowSource<R> source) {
        moving = true;
        window = new RowWindow<>(source, ui, this::pageArrived);
        table.getSelectionModel().clearSelection();
        table.setItems(window);
        selected.set(-1);
        selectedRow.set(Optional.empty());
        moving = false;
        scrollTo(0);
    }

    /// Says that the source has more rows than before; what is in view stays where it is.
    public void sizeChanged() {
        window.grow();
        updateBar();
    }

    /// Rows in the whole result.
    public long size() {
        return window.total();
    }

    /// Index of the selected row in the whole result, -1 when none is.
    public ReadOnlyLongProperty selectedIndexProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The selected row; empty also while its page is being fetched.
    public ReadOnlyObjectProperty<Optional<R>> selectedRowProperty() {
        return selectedRow.getReadOnlyProperty();
    }

    /// Selects a row of the whole result and brings it into view.
    public void select(long index) {
        if (size() == 0) {
            return;
        }
        long wanted = Math.clamp(index, 0, size() - 1);
        bringIntoView(wanted);
        markSelected(wanted);
        setSelected(wanted);
    }

    /// Takes the selection away.
    public void clearSelection() {
        moving = true;
        table.getSelectionModel().clearSelection();
        moving = false;
        setSelected(-1);
    }

    /// Makes this row the first one in view, or as near as the end allows.
    public void scrollTo(long first) {
        long top = Math.clamp(first, 0, Math.max(0, size() - visibleRows()));
        if (top < window.base() || top + visibleRows() > window.base() + window.size()) {
            moveWindow(top);
        }
        if (flow == null) {
            wantedFirst = top;
        }
        scrollTable(top);
        updateBar();
    }

    /// The first row of which at least half is in view.
    public long firstVisible() {
        VirtualFlow<?> shown = flow;
        if (shown == null || shown.getFirstVisibleCell() == null) {
            return Math.max(0, wantedFirst);
        }
        var cell = shown.getFirstVisibleCell();
        boolean mostlyHidden = cell.getLayoutY() < -ROW_HEIGHT / 2;
        return window.base() + cell.getIndex() + (mostlyHidden ? 1 : 0);
    }

    /// How many whole rows fit.
    public int visibleRows() {
        return (int) Math.max(1, (getHeight() - HEAD_HEIGHT) / ROW_HEIGHT);
    }

    /// Order, widths and visibility of the columns.
    public TableColumns<R> columns() {
        return columns;
    }

    /// What stands where no row is.
    public void setPlaceholder(Node placeholder) {
        table.setPlaceholder(placeholder);
    }

    /// The menu of a right click on a row.
    public void setRowMenu(ContextMenu menu) {
        table.setContextMenu(menu);
    }

    /// Shows the selection as focused while another pane that is linked with the table has the focus.
    public void setLinked(boolean linked) {
        table.getStyleClass().remove("linked");
        if (linked) {
            table.getStyleClass().add("linked");
        }
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    TableView<Row<R>> table() {
        return table;
    }

    private WindowRow<R> newRow(Optional<RowSpan<R>> span) {
        WindowRow<R> row = new WindowRow<>(span);
        shownRows.add(row);
        row.tableViewProperty().addListener((_, _, now) -> {
            if (now == null) {
                shownRows.remove(row);
            }
        });
        return row;
    }

    private void picked(int indexInWindow) {
        if (!moving && indexInWindow >= 0) {
            setSelected(window.base() + indexInWindow);
        }
    }

    private void setSelected(long index) {
        Optional<R> row = index < 0 ? Optional.empty() : window.row(index).value();
        selected.set(index);
        selectedRow.set(row);
    }

    private void markSelected(long absolute) {
        moving = true;
        long inWindow = absolute - window.base();
        if (inWindow >= 0 && inWindow < window.size()) {
            table.getSelectionModel().clearAndSelect((int) inWindow);
            table.getFocusModel().focus((int) inWindow);
        } else {
            table.getSelectionModel().clearSelection();
        }
        moving = false;
    }

    private void bringIntoView(long index) {
        long first = firstVisible();
        if (index <= first) {
            scrollTo(index);
        } else if (index >= first + visibleRows()) {
            scrollTo(index - visibleRows() + 1);
        }
    }

    private void moveWindow(long around) {
        moving = true;
        table.getSelectionModel().clearSelection();
        window.moveTo(around - RowWindow.LENGTH / 2);
        table.refresh();
        moving = false;
        markSelected(selected.get());
    }

    private void scrollTable(long first) {
        moving = true;
        table.scrollTo((int) (first - window.base()));
        table.layout();
        moving = false;
    }

    private void watchFlow() {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
            found.positionProperty().addListener((_, _, _) -> scrolled());
            if (wantedFirst > 0) {
                scrollTo(wantedFirst);
            }
            wantedFirst = -1;
            updateBar();
        }
    }

    /// The wheel moves JavaFX's own table; near an edge the window follows.
    private void scrolled() {
        if (moving) {
            return;
        }
        long first = firstVisible();
        long end = window.base() + window.size();
        boolean nearStart = first < window.base() + EDGE && window.base() > 0;
        boolean nearEnd = first > end - EDGE && end < size();
        if (nearStart || nearEnd) {
            moveWindow(first);
            scrollTable(first);
        }
        updateBar();
    }

    private void pageArrived(long firstOfPage) {
        for (WindowRow<R> row : List.copyOf(shownRows)) {
            long index = window.base() + row.getIndex();
            if (index >= firstOfPage && index < firstOfPage + RowWindow.PAGE) {
                row.reload();
            }
        }
        long chosen = selected.get();
        if (chosen >= firstOfPage && chosen < firstOfPage + RowWindow.PAGE && selectedRow.get().isEmpty()) {
            setSelected(chosen);
        }
    }

    private void updateBar() {
        moving = true;
        long last = Math.max(0, size() - visibleRows());
        bar.setVisible(last > 0);
        bar.setMax(last);
        bar.setVisibleAmount(Math.max(last * 0.03, Math.min(last, visibleRows())));
        bar.setBlockIncrement(visibleRows());
        bar.setUnitIncrement(1);
        bar.setValue(Math.min(firstVisible(), last));
        moving = false;
    }

    @Override
    protected void layoutChildren() {
        table.resizeRelocate(0, 0, getWidth(), getHeight());
        bar.resizeRelocate(getWidth() - BAR_WIDTH, HEAD_HEIGHT, BAR_WIDTH, Math.max(0, getHeight() - HEAD_HEIGHT));
        bar.toFront();
        updateBar();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 728;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }
}
