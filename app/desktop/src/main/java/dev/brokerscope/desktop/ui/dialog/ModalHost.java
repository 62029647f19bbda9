package dev.brokerscope.desktop.ui.dialog;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Shows dialogs inside the window, over what it dims. The focus stays inside; Esc closes; afterwards the focus
/// returns to where it was. A dialog may open another one; closing that brings the first one back.
///
/// FX thread only.
public final class ModalHost extends StackPane {

    /// Where a dialog stands.
    public enum Place {
        CENTRE, TOP
    }

    /// How far below the top of the window the palette hangs, in pixels.
    private static final double FROM_TOP = 92;
    private static final double FROM_EDGE = 32;

    private record Shown(Parent dialog, Place place, Runnable closed, @Nullable Node focusBefore) {}

    private final ModalPane pane = new ModalPane();
    private final Deque<Shown> open = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper();

    public ModalHost() {
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.setPersistent(true);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !open.isEmpty()) {
                close();
                key.consume();
            }
        });
        setPickOnBounds(false);
        setVisible(false);
        getChildren().add(pane);
    }

    /// @param closed told when the dialog was closed, by whatever way
    public void show(Parent dialog, Place place, Runnable closed) {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        open.push(new Shown(dialog, place, closed, focus));
        if (dialog.getProperties().putIfAbsent(FocusTrap.class, true) == null) {
            FocusTrap.install(dialog);
        }
        present(dialog, place);
        FocusTrap.enter(dialog);
    }

    /// Closes the dialog in front.
    public void close() {
        if (open.isEmpty()) {
            return;
        }
        Shown closed = open.pop();
        if (open.isEmpty()) {
            pane.hide(true);
            setVisible(false);
            showing.set(false);
        } else {
            present(open.peek().dialog(), open.peek().place());
        }
        if (closed.focusBefore() != null) {
            closed.focusBefore().requestFocus();
        }
        closed.closed().run();
    }

    /// Whether a dialog is open; while one is, the shortcuts of the window rest.
    public ReadOnlyBooleanProperty showingProperty() {
        return showing.getReadOnlyProperty();
    }

    private void present(Parent dialog, Place place) {
        setVisible(true);
        showing.set(true);
        pane.setAlignment(place == Place.TOP ? Pos.TOP_CENTER : Pos.CENTER);
        StackPane.setMargin(dialog, place == Place.TOP
                ? new Insets(FROM_TOP, FROM_EDGE, FROM_EDGE, FROM_EDGE)
                : new Insets(FROM_EDGE));
        pane.show(dialog);
        pane.applyCss();
        pane.layout();
    }
}
