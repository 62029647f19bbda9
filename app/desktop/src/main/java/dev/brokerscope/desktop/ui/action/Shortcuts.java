package dev.brokerscope.desktop.ui.action;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Short words for key combinations. `SHORTCUT` is Ctrl, and Cmd on macOS. Only key codes: combinations by character
/// depend on the keyboard and do not work on every platform.
public final class Shortcuts {

    private Shortcuts() {
    }

    public static Optional<KeyCodeCombination> ctrl(KeyCode key) {
        return Optional.of(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
    }

    public static Optional<KeyCodeCombination> ctrlShift(KeyCode key) {
        return Optional.of(
                new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
    }

    public static Optional<KeyCodeCombination> alt(KeyCode key) {
        return Optional.of(new KeyCodeCombination(key, KeyCombination.ALT_DOWN));
    }

    public static Optional<KeyCodeCombination> shift(KeyCode key) {
        return Optional.of(new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN));
    }

    public static Optional<KeyCodeCombination> plain(KeyCode key) {
        return Optional.of(new KeyCodeCombination(key));
    }

    public static Optional<KeyCodeCombination> none() {
        return Optional.empty();
    }

    /// *Ctrl Shift C*, as on the badges of the window.
    public static String words(KeyCombination keys) {
        return keys.getDisplayText().replace("+", " ");
    }
}
