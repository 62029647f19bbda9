package dev.brokerscope.desktop.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// A card that hangs below a button until something else is clicked or Esc is pressed. FX thread only.
public final class Popover {

    private static final double GAP = 4;

    private final Popup popup = new Popup();

    public Popover(Node content) {
        StackPane card = new StackPane(content);
        card.getStyleClass().add("popover");
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.getContent().add(card);
    }

    /// Shows it below the node, or hides it where it is open.
    public void toggle(Node below) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        Bounds at = below.localToScreen(below.getBoundsInLocal());
        popup.show(below.getScene().getWindow(), at.getMinX(), at.getMaxY() + GAP);
    }

    public void hide() {
        popup.hide();
    }

    public boolean isShowing() {
        return popup.isShowing();
    }
}
