package dev.brokerscope.desktop.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.desktop.ui.harness.FxHarness;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;

class StyledTextViewTest {

    private final StyledTextView[] view = new StyledTextView[1];

    @Test
    void searchGoesOnFromTheLastFindAndAroundTheEnd() {
        try (FxHarness window = show("one two\none three")) {
            window.run(() -> assertTrue(view[0].findNext("ONE")));
            window.run(() -> assertTrue(view[0].findNext("one")));
            window.run(() -> assertTrue(view[0].findNext("three")));
            assertEquals("three", FxHarness.call(() -> view[0].selectedText()));
            window.run(() -> assertTrue(view[0].findNext("two")));
            window.run(() -> assertFalse(view[0].findNext("four")));
            assertEquals("two", FxHarness.call(() -> view[0].selectedText()));
        }
    }

    @Test
    void copyingALineThatWasCutForTheScreenGivesItUncut() {
        String line = "0123456789".repeat(90);
        try (FxHarness window = show(line + "\nend")) {
            window.run(() -> view[0].select(0, line.length()));
            window.run(() -> view[0].copy());
            assertEquals(line, FxHarness.call(() -> Clipboard.getSystemClipboard().getString()));
        }
    }

    private FxHarness show(String text) {
        return FxHarness.show(_ -> {
            view[0] = new StyledTextView();
            view[0].setLines(DisplayLines.of(text, TextColours.JSON));
            return view[0];
        }, 500, 300);
    }
}
