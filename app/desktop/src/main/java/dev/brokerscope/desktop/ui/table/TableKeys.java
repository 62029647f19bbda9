package dev.brokerscope.desktop.ui.table;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/// Keys that move the selection, counted in the whole result instead of the window that `TableView` knows.
final class TableKeys {

    private final WindowedTable<?> table;

    TableKeys(WindowedTable<?> table) {
        this.table = table;
    }

    void install(TableView<?> inner) {
        inner.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        if (key.isAltDown() || key.isShortcutDown() || key.isShiftDown() || table.size() == 0) {
            return;
        }
        long now = table.selectedIndexProperty().get();
        int page = Math.max(1, table.visibleRows() - 1);
        long wanted = switch (key.getCode()) {
            case UP -> now < 0 ? table.firstVisible() : now - 1;
            case DOWN -> now < 0 ? table.firstVisible() : now + 1;
            case PAGE_UP -> (now < 0 ? table.firstVisible() : now) - page;
            case PAGE_DOWN -> (now < 0 ? table.firstVisible() : now) + page;
            case HOME -> 0;
            case END -> table.size() - 1;
            default -> Long.MIN_VALUE;
        };
        if (wanted != Long.MIN_VALUE) {
            table.select(wanted);
            key.consume();
        }
    }
}
