package dev.brokerscope.desktop.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.frame.WindowLayers;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class ModalHostTest {

    private final List<String> done = new ArrayList<>();
    private final Button behind = new Button("behind");
    private final TextField first = new TextField();
    private final TextArea command = new TextArea("brokerscope backup");
    private final WindowLayers layers = new WindowLayers(behind);

    @Test
    void tabNeverLeavesTheDialog() {
        try (FxHarness window = open()) {
            for (int i = 0; i < 12; i++) {
                window.press(KeyCode.TAB);
                assertTrue(inside(window.focused()), () -> "focus went to " + window.focused());
            }
            window.press(KeyCode.SHIFT, KeyCode.TAB);
            assertTrue(inside(window.focused()));
        }
    }

    @Test
    void escClosesAndTheFocusReturns() {
        try (FxHarness window = open()) {
            window.press(KeyCode.ESCAPE);
            assertFalse(FxHarness.call(() -> layers.modals().showingProperty().get()));
            assertSame(behind, window.focused());
            assertEquals(List.of("closed"), done);
        }
    }

    @Test
    void enterInATextThatIsOnlyReadDoesNotFireTheDefaultButton() {
        try (FxHarness window = open()) {
            window.run(command::requestFocus);
            window.press(KeyCode.ENTER);
            assertEquals(List.of(), done);
            window.run(first::requestFocus);
            window.press(KeyCode.ENTER);
            assertEquals(List.of("saved"), done);
        }
    }

    @Test
    void theLastStepOfAWizardIsNeverFiredByEnterAlone() {
        TextField name = new TextField();
        WizardStep one = new WizardStep("One", new VBox(new TextField()), () -> {
        });
        WizardStep two = new WizardStep("Two", new VBox(name), () -> done.add("entered two"));
        try (FxHarness window = FxHarness.show(_ -> layers, 1000, 700)) {
            WizardPane wizard = FxHarness.call(() -> new WizardPane(layers.modals(),
                    new WizardPane.Frame(Glyph.ARCHIVE, "Back up", "",
                            Buttons.danger("Start", Glyph.ARCHIVE, () -> done.add("started")), 700, 500),
                    List.of(one, two)));
            window.run(() -> layers.modals().show(wizard, ModalHost.Place.CENTRE, () -> {
            }));
            window.press(KeyCode.ENTER);
            assertEquals(List.of("entered two"), done);
            window.run(name::requestFocus);
            window.press(KeyCode.ENTER);
            assertEquals(List.of("entered two"), done);
        }
    }

    private FxHarness open() {
        FxHarness window = FxHarness.show(_ -> layers, 900, 600);
        command.setEditable(false);
        window.run(behind::requestFocus);
        window.run(() -> {
            DialogCard card = new DialogCard(layers.modals(), Glyph.PLUG, "Connection", new VBox(first, command), 400);
            card.addButton(new Button("Cancel"));
            Button save = new Button("Save");
            save.setOnAction(_ -> done.add("saved"));
            card.addDefault(save);
            layers.modals().show(card, ModalHost.Place.CENTRE, () -> done.add("closed"));
        });
        return window;
    }

    private boolean inside(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == layers.modals()) {
                return true;
            }
        }
        return false;
    }
}
