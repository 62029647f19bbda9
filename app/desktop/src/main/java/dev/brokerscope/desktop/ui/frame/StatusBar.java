package dev.brokerscope.desktop.ui.frame;

import dev.brokerscope.desktop.ui.Rows;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The line at the lower edge: what is connected at the left, what goes on at the right.
public final class StatusBar extends HBox {

    private final Region spring = Rows.spring();

    public StatusBar() {
        getStyleClass().add("status-bar");
        getChildren().add(spring);
    }

    /// Adds a cell at the right end of the left side.
    public void addLeft(StatusCell cell) {
        getChildren().add(getChildren().indexOf(spring), cell);
    }

    /// Adds a cell at the right end.
    public void addRight(StatusCell cell) {
        cell.getStyleClass().add("right");
        getChildren().add(cell);
    }
}
