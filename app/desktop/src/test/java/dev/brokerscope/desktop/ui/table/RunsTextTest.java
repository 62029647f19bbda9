package dev.brokerscope.desktop.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class RunsTextTest {

    private final RunsText[] runs = new RunsText[1];

    @Test
    void whatDoesNotFitIsCutOnceAtTheRightEdge() {
        try (FxHarness window = show(200, Run.of("status", RunStyle.NAME), Run.of(": ", RunStyle.SIGN),
                Run.of("AUTHORISED AND CAPTURED", RunStyle.ENUM), Run.of(" amount", RunStyle.NAME))) {
            window.awaitFrames(1);
            assertEquals(List.of("status", ": ", "AUTHORISED AND CAP…"), texts());
        }
    }

    @Test
    void aSentenceThatDoesNotFitIsCutToo() {
        try (FxHarness window = show(80, Run.of("ends at byte 118, inside a string", RunStyle.FAULT))) {
            window.awaitFrames(1);
            assertTrue(texts().getFirst().endsWith("…"), () -> texts().toString());
        }
    }

    @Test
    void whatFitsIsWhole() {
        try (FxHarness window = show(200, Run.of("null", RunStyle.TAG), Run.of("EUR", RunStyle.ENUM))) {
            window.awaitFrames(1);
            assertEquals(List.of("EUR"), texts());
        }
    }

    private List<String> texts() {
        return FxHarness.call(() -> runs[0].getChildrenUnmodifiable().stream().filter(node -> node.isVisible())
                .filter(Text.class::isInstance).map(node -> ((Text) node).getText()).toList());
    }

    private FxHarness show(double width, Run... pieces) {
        return FxHarness.show(_ -> {
            runs[0] = new RunsText();
            runs[0].show(List.of(pieces));
            return new BorderPane(runs[0]);
        }, width, 26);
    }
}
