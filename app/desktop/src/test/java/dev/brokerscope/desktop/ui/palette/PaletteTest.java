package dev.brokerscope.desktop.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.frame.WindowLayers;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private final List<String> ran = new ArrayList<>();
    private final WindowLayers[] layers = new WindowLayers[1];

    @Test
    void typingArrowAndEnterRunTheChosenEntryAndClose() {
        try (FxHarness window = open()) {
            window.type("pay");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            assertEquals(List.of("payments.dlq"), ran);
            assertFalse(FxHarness.call(() -> layers[0].modals().showingProperty().get()));
        }
    }

    @Test
    void arrowsStepOverHeadings() {
        try (FxHarness window = open()) {
            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            assertEquals(List.of("Quit"), ran);
        }
    }

    @Test
    void aDisabledEntryIsShownAndDoesNotRun() {
        try (FxHarness window = open()) {
            window.type("send");
            window.press(KeyCode.ENTER);
            assertEquals(List.of(), ran);
        }
    }

    private FxHarness open() {
        FxHarness window = FxHarness.show(_ -> layers[0] = new WindowLayers(new Button("behind")), 900, 600);
        window.run(() -> new Palette(layers[0].modals(), () -> List.of(entry("Channels", "payments"),
                entry("Channels", "payments.dlq"), entry("Actions", "Quit"),
                entry("Actions", "Send").disabled("read-only"))).open());
        return window;
    }

    private PaletteEntry entry(String group, String title) {
        return PaletteEntry.of(group, title, "", Glyph.LAYERS, () -> ran.add(title));
    }
}
