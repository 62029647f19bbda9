package dev.brokerscope.desktop.ui.action;

import dev.brokerscope.desktop.ui.Icon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// All actions of the window: the menus, the shortcuts and the palette are made from it, so none can know an action
/// the others do not. FX thread only.
public final class ActionRegistry {

    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final BooleanProperty suspended = new SimpleBooleanProperty();

    /// The order of adding is the order in menus. An id can be added once; a shortcut too.
    public void add(Action action) {
        if (actions.containsKey(action.id())) {
            throw new IllegalArgumentException("the action " + action.id() + " is there already");
        }
        action.shortcut().ifPresent(keys -> all().filter(other -> other.shortcut().filter(keys::equals).isPresent())
                .findFirst().ifPresent(other -> {
                    throw new IllegalArgumentException(
                            Shortcuts.words(keys) + " belongs to " + other.id() + ", not to " + action.id());
                }));
        actions.put(action.id(), action);
    }

    public Action get(String id) {
        Action action = actions.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action " + id);
        }
        return action;
    }

    public Stream<Action> all() {
        return actions.values().stream();
    }

    /// While true, as under a dialog, shortcuts do nothing.
    public BooleanProperty suspendedProperty() {
        return suspended;
    }

    /// The menus of the menu bar in this order; a menu without actions is left out.
    public List<Menu> menus(List<String> names) {
        return names.stream().map(this::menu).filter(menu -> !menu.getItems().isEmpty()).toList();
    }

    /// Makes the shortcuts work in a scene, after the control in focus had its say (a text field keeps Ctrl C).
    public void install(Scene scene) {
        all().forEach(action -> action.shortcut()
                .ifPresent(keys -> scene.getAccelerators().put(keys, () -> byShortcut(action))));
    }

    private void byShortcut(Action action) {
        if (!suspended.get()) {
            action.fire();
        }
    }

    private Menu menu(String name) {
        Menu menu = new Menu(name);
        all().filter(action -> action.menu().equals(name)).forEach(action -> menu.getItems().add(item(action)));
        return menu;
    }

    /// A menu bar puts its items' accelerators over ours in the scene's map, so they must rest under dialogs too.
    private MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.text(), new Icon(action.glyph(), 14));
        item.disableProperty().bind(action.enabledProperty().not());
        item.setOnAction(_ -> byShortcut(action));
        action.shortcut().ifPresent(item::setAccelerator);
        return item;
    }
}
