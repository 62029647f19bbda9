package dev.brokerscope.desktop.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.desktop.ui.harness.FxHarness;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class FilterFieldTest {

    private final FilterField[] field = new FilterField[1];

    @Test
    void theColouredRunsLieExactlyOverTheText() {
        try (FxHarness window = show()) {
            window.run(() -> field[0].setText("time > now"));
            List<Text> runs = FxHarness.call(this::runs);
            Text own = FxHarness.call(() -> (Text) field[0].lookup(".text"));
            assertEquals("time > now", runs.stream().map(Text::getText).collect(Collectors.joining()));
            double end = FxHarness.call(() -> runs.getLast().getBoundsInParent().getMaxX());
            double ownEnd = FxHarness.call(() -> own.getLayoutBounds().getMaxX());
            assertEquals(ownEnd, end, 1.5);
            assertEquals(0, own.getOpacity());
        }
    }

    @Test
    void pastedLineBreaksBecomeSpaces() {
        try (FxHarness window = show()) {
            window.run(() -> {
                ClipboardContent content = new ClipboardContent();
                content.putString("x = 1\nand  \r\n y = 2\n");
                Clipboard.getSystemClipboard().setContent(content);
                field[0].paste();
            });
            assertEquals("x = 1 and y = 2", FxHarness.call(() -> field[0].getText()));
        }
    }

    private List<Text> runs() {
        return field[0].lookupAll(".run").stream().map(Text.class::cast).filter(t -> t.getParent() instanceof Group)
                .toList();
    }

    private FxHarness show() {
        return FxHarness.show(_ -> {
            field[0] = new FilterField(line -> Stream.of(line.split("(?<= )"))
                    .map(word -> new FilterField.Piece(word, "syntax-name")).toList());
            return new StackPane(field[0]);
        }, 400, 80);
    }
}
