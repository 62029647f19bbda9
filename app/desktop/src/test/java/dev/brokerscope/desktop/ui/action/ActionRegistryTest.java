package dev.brokerscope.desktop.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class ActionRegistryTest {

    private final List<String> ran = new ArrayList<>();
    private final ActionRegistry actions = new ActionRegistry();

    @Test
    void aShortcutRunsItsActionOnceWhetherOrNotItStandsInAMenu() {
        actions.add(action("in.menu", "File", Shortcuts.ctrl(KeyCode.B)));
        actions.add(action("no.menu", "", Shortcuts.ctrl(KeyCode.K)));
        try (FxHarness window = show()) {
            window.press(KeyCode.CONTROL, KeyCode.B);
            window.press(KeyCode.CONTROL, KeyCode.K);
            assertEquals(List.of("in.menu", "no.menu"), ran);
        }
    }

    @Test
    void shortcutsRestUnderADialogAndWhileDisabled() {
        actions.add(action("in.menu", "File", Shortcuts.ctrl(KeyCode.B)));
        actions.add(action("no.menu", "", Shortcuts.ctrl(KeyCode.K)));
        try (FxHarness window = show()) {
            window.run(() -> actions.get("no.menu").enabledProperty().set(false));
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.run(() -> actions.suspendedProperty().set(true));
            window.press(KeyCode.CONTROL, KeyCode.B);
            assertEquals(List.of(), ran);
        }
    }

    @Test
    void twoActionsCannotHaveTheSameShortcut() {
        actions.add(action("a", "File", Shortcuts.ctrl(KeyCode.B)));
        var fault = assertThrows(IllegalArgumentException.class,
                () -> actions.add(action("b", "File", Shortcuts.ctrl(KeyCode.B))));
        assertEquals("Ctrl B belongs to a, not to b", fault.getMessage());
    }

    private FxHarness show() {
        return FxHarness.show(_ -> {
            MenuBar bar = new MenuBar();
            bar.getMenus().addAll(actions.menus(List.of("File", "Empty")));
            VBox root = new VBox(bar, new TextField());
            root.sceneProperty().subscribe(scene -> {
                if (scene != null) {
                    actions.install(scene);
                }
            });
            return root;
        }, 400, 200);
    }

    private Action action(String id, String menu, Optional<KeyCodeCombination> keys) {
        return new Action(id, id, Glyph.FILE, menu, keys, () -> ran.add(id));
    }
}
