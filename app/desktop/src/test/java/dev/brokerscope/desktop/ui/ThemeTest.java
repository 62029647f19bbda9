package dev.brokerscope.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.gallery.GalleryScenes;
import dev.brokerscope.desktop.ui.harness.CssWarnings;
import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.Test;

class ThemeTest {

    @Test
    void switchingTheThemeOfEveryComponentLeavesNoStyleSheetWarnings() {
        try (CssWarnings warnings = new CssWarnings();
                FxHarness window = FxHarness.show(GalleryScenes::everything, 1280, 800)) {
            window.run(() -> window.theme().choiceProperty().set(ThemeChoice.LIGHT));
            window.run(() -> window.theme().choiceProperty().set(ThemeChoice.DARK));
            assertEquals(List.of(), warnings.messages());
        }
    }

    @Test
    void anOpenWindowTakesTheOtherThemeAtOnce() {
        try (FxHarness window = FxHarness.show(_ -> area(), 200, 100)) {
            Region area = (Region) window.find(".area");
            Paint dark = FxHarness.call(() -> area.getBackground().getFills().getFirst().getFill());
            window.run(() -> window.theme().choiceProperty().set(ThemeChoice.LIGHT));
            Paint light = FxHarness.call(() -> area.getBackground().getFills().getFirst().getFill());
            assertNotEquals(dark, light);
        }
    }

    private static StackPane area() {
        StackPane inner = new StackPane(Buttons.plain("Run", () -> {
        }));
        inner.getStyleClass().add("area");
        return new StackPane(inner);
    }
}
