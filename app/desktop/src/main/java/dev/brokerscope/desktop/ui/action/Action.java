package dev.brokerscope.desktop.ui.action;

import dev.brokerscope.desktop.ui.Glyph;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCodeCombination;

/// Something a person can do, known once and offered by menu, shortcut and palette alike.
public final class Action {

    private final String id;
    private final String text;
    private final Glyph glyph;
    private final String menu;
    private final Optional<KeyCodeCombination> shortcut;
    private final Runnable work;
    private final BooleanProperty enabled = new SimpleBooleanProperty(true);

    /// @param id lasting name, such as `archive.back-up`
    /// @param text as in the menu, with `…` when more is asked before anything happens
    /// @param menu name of the menu of the menu bar; empty for actions only palette and shortcuts know
    public Action(String id, String text, Glyph glyph, String menu, Optional<KeyCodeCombination> shortcut,
            Runnable work) {
        this.id = id;
        this.text = text;
        this.glyph = glyph;
        this.menu = menu;
        this.shortcut = shortcut;
        this.work = work;
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    public Glyph glyph() {
        return glyph;
    }

    public String menu() {
        return menu;
    }

    public Optional<KeyCodeCombination> shortcut() {
        return shortcut;
    }

    /// The shortcut as it is written here, such as *Ctrl K*; empty without one.
    public String shortcutText() {
        return shortcut.map(Shortcuts::words).orElse("");
    }

    /// Bind it to what must be so for the action to make sense.
    public BooleanProperty enabledProperty() {
        return enabled;
    }

    /// Does it, if it is enabled.
    public void fire() {
        if (enabled.get()) {
            work.run();
        }
    }
}
