package dev.brokerscope.desktop.ui.frame;

import dev.brokerscope.desktop.ui.control.Toasts;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The root of a window: its content, over that the toasts, over that the dialogs.
public final class WindowLayers extends StackPane {

    private final ModalHost modals = new ModalHost();
    private final Toasts toasts = new Toasts();

    public WindowLayers(Node content) {
        getStyleClass().add("area");
        getChildren().addAll(content, toasts, modals);
    }

    public ModalHost modals() {
        return modals;
    }

    public Toasts toasts() {
        return toasts;
    }
}
