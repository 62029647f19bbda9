package dev.brokerscope.desktop.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.desktop.ui.table.Run;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayLinesTest {

    @Test
    void linesEndAtLineBreaksOfBothKinds() {
        assertEquals(List.of("a", "", "b", "c"), lines("a\n\nb\r\nc"));
    }

    @Test
    void aTextThatEndsWithALineBreakHasAnEmptyLastLine() {
        assertEquals(List.of("a", ""), lines("a\n"));
        assertEquals(List.of(""), lines(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 200, 201, 400, 100_000})
    void aLongLineIsCutButNothingIsLost(int length) {
        String text = "x".repeat(length) + "\nend";
        List<String> lines = lines(text);
        assertTrue(lines.stream().allMatch(line -> line.length() <= DisplayLines.LONGEST));
        assertEquals("x".repeat(length) + "end", String.join("", lines));
        assertEquals((length + DisplayLines.LONGEST - 1) / DisplayLines.LONGEST + 1, lines.size());
    }

    @Test
    void aPairOfSurrogatesIsNotTornApart() {
        String text = "x".repeat(199) + "😀" + "y";
        assertEquals(List.of("x".repeat(199), "😀y"), lines(text));
    }

    @Test
    void everyPlaceOfTheTextIsFoundAgain() {
        String text = "ab\ncd" + "e".repeat(450) + "\n";
        DisplayLines lines = DisplayLines.of(text, TextColours.PLAIN);
        for (int offset = 0; offset <= text.length(); offset++) {
            assertEquals(offset, lines.offset(lines.lineAt(offset), lines.columnAt(offset)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void colouredRunsTogetherAreTheLine(TextColours colours) {
        for (String line : List.of("", "  \"a\\\"b\": [1, -2.5e3, true, null], \"open",
                "<a x=\"1\"><!-- c --> text </a",
                "{}\t:::")) {
            assertEquals(line, colours.apply(line).stream().map(Run::text).collect(Collectors.joining()));
        }
    }

    private static List<String> lines(String text) {
        DisplayLines lines = DisplayLines.of(text, TextColours.PLAIN);
        return IntStream.range(0, lines.count()).mapToObj(lines::line).toList();
    }
}
