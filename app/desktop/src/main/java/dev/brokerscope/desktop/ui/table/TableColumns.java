package dev.brokerscope.desktop.ui.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of a [WindowedTable]: which are shown, in which order, how wide. One of them takes the rest.
public final class TableColumns<R> {

    private static final double SCROLL_BAR = 8;

    private final TableView<Row<R>> table;
    private final Map<String, ColumnSpec<R>> specs = new LinkedHashMap<>();
    private final Map<String, TableColumn<Row<R>, Row<R>>> columns = new LinkedHashMap<>();
    private final List<Runnable> watchers = new ArrayList<>();

    TableColumns(TableView<Row<R>> table, List<ColumnSpec<R>> all) {
        this.table = table;
        all.forEach(spec -> {
            specs.put(spec.id(), spec);
            columns.put(spec.id(), column(spec));
        });
        table.getColumns().setAll(columns.values());
        table.widthProperty().addListener((_, _, _) -> fit());
        table.getColumns().subscribe(this::changed);
        ContextMenu menu = menu();
        columns.values().forEach(column -> {
            column.setContextMenu(menu);
            column.widthProperty().addListener((_, _, _) -> changed());
            column.visibleProperty().addListener((_, _, _) -> changed());
        });
    }

    /// What to remember, in the order of the screen.
    public List<ColumnState> states() {
        return table.getColumns().stream().map(c -> new ColumnState(c.getId(), c.getWidth(), c.isVisible())).toList();
    }

    /// Puts back what was remembered. Columns it does not know follow in their usual order.
    public void restore(List<ColumnState> states) {
        List<TableColumn<Row<R>, ?>> order = new ArrayList<>();
        for (ColumnState state : states) {
            TableColumn<Row<R>, Row<R>> column = columns.get(state.id());
            ColumnSpec<R> spec = specs.get(state.id());
            if (column != null && spec != null && !order.contains(column)) {
                column.setPrefWidth(Math.max(spec.leastWidth(), state.width()));
                column.setVisible(state.visible() || !spec.optional());
                order.add(column);
            }
        }
        columns.values().stream().filter(c -> !order.contains(c)).forEach(order::add);
        table.getColumns().setAll(order);
    }

    /// Told after each change of width, order or visibility.
    public void whenChanged(Runnable watcher) {
        watchers.add(watcher);
    }

    /// The menu that shows and hides columns; also behind a right click on the heads.
    public ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        specs.values().stream().filter(ColumnSpec::optional).filter(spec -> !spec.title().isEmpty()).forEach(spec -> {
            CheckMenuItem item = new CheckMenuItem(spec.title());
            item.selectedProperty().bindBidirectional(column(spec.id()).visibleProperty());
            menu.getItems().add(item);
        });
        return menu;
    }

    public void setTitle(String id, String title) {
        column(id).setText(title);
    }

    /// A small picture behind the title, such as the arrow of the order.
    public void setHeadGraphic(String id, Node graphic) {
        column(id).setGraphic(graphic);
    }

    private TableColumn<Row<R>, Row<R>> column(String id) {
        TableColumn<Row<R>, Row<R>> column = columns.get(id);
        if (column == null) {
            throw new IllegalArgumentException("no column " + id);
        }
        return column;
    }

    private TableColumn<Row<R>, Row<R>> column(ColumnSpec<R> spec) {
        TableColumn<Row<R>, Row<R>> column = new TableColumn<>(spec.title());
        column.setId(spec.id());
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> {
            RowCell<R> cell = spec.cells().get();
            cell.getStyleClass().addAll(spec.styleClasses());
            return cell;
        });
        spec.styleClasses().stream().filter(c -> !c.equals("mono")).forEach(column.getStyleClass()::add);
        column.setMinWidth(spec.leastWidth());
        column.setPrefWidth(spec.width());
        column.setSortable(false);
        return column;
    }

    private void changed() {
        fit();
        watchers.forEach(Runnable::run);
    }

    /// Cheaper and exacter than a resize policy of JavaFX.
    private void fit() {
        double others = 0;
        TableColumn<Row<R>, Row<R>> rest = null;
        double least = 0;
        for (ColumnSpec<R> spec : specs.values()) {
            TableColumn<Row<R>, Row<R>> column = column(spec.id());
            if (spec.takesRest()) {
                rest = column;
                least = spec.leastWidth();
            } else if (column.isVisible()) {
                others += column.getWidth();
            }
        }
        if (rest != null && table.getWidth() > 0) {
            rest.setPrefWidth(Math.max(least, table.getWidth() - others - SCROLL_BAR));
        }
    }
}
