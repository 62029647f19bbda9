package dev.brokerscope.desktop.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keeps Tab inside a dialog: past the last stop comes the first one. And keeps Enter in a text that is only to be
/// read from firing the dialog's default button.
final class FocusTrap {

    private final Parent inside;

    private FocusTrap(Parent inside) {
        this.inside = inside;
    }

    static void install(Parent inside) {
        FocusTrap trap = new FocusTrap(inside);
        inside.addEventFilter(KeyEvent.KEY_PRESSED, trap::pressed);
    }

    /// Moves the focus to the first stop behind the head, where only the button that closes stands.
    static void enter(Parent inside) {
        List<Node> stops = new FocusTrap(inside).stops();
        stops.stream().filter(stop -> !stop.getParent().getStyleClass().contains("modal-head")).findFirst()
                .or(() -> stops.stream().findFirst()).ifPresent(Node::requestFocus);
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isControlDown() && !key.isAltDown()) {
            move(key.isShiftDown() ? -1 : 1);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof TextInputControl text
                && (!text.isEditable() || text instanceof TextArea && key.isShortcutDown())) {
                    key.consume();
                }
    }

    private void move(int step) {
        List<Node> stops = stops();
        if (stops.isEmpty()) {
            return;
        }
        Node now = inside.getScene() == null ? null : inside.getScene().getFocusOwner();
        int at = stops.indexOf(now);
        int next = at < 0 ? (step > 0 ? 0 : stops.size() - 1) : Math.floorMod(at + step, stops.size());
        stops.get(next).requestFocus();
    }

    private List<Node> stops() {
        List<Node> stops = new ArrayList<>();
        collect(inside, stops);
        return stops;
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean unchosen = node instanceof ToggleButton toggle && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getSelectedToggle() != null && !toggle.isSelected();
        if (node.isFocusTraversable() && !unchosen && !(node instanceof SplitPane)) {
            stops.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }
}
