package dev.brokerscope.desktop.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.desktop.ui.Glyph;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {

    @Test
    void theStartOfANameBeatsTheStartOfAWordBeatsTheInsideBeatsScatteredLetters() {
        assertEquals(List.of("payments", "my payments", "repayments", "p-a-y"),
                titles("pay", "p-a-y", "repayments", "my payments", "payments"));
    }

    @Test
    void ofTwoEqualPlacesTheShorterNameComesFirst() {
        assertEquals(List.of("payments", "payments.dlq"), titles("payments", "payments.dlq", "payments"));
    }

    @Test
    void theGroupOfTheBestHitComesFirst() {
        List<PaletteEntry> entries = List.of(entry("Actions", "Back up payments"), entry("Channels", "payments"));
        assertEquals(List.of("payments", "Back up payments"), titles(PaletteSearch.find(entries, "PAY")));
    }

    @Test
    void withoutLettersGroupsStayInTheirOrderAndShowTheirFirstEntries() {
        List<PaletteEntry> entries = Stream.concat(IntStream.range(0, 50).mapToObj(i -> entry("A", "a" + i)),
                Stream.of(entry("B", "b"))).toList();
        List<PaletteSearch.Hit> hits = PaletteSearch.find(entries, "");
        assertEquals(PaletteSearch.PER_GROUP + 1, hits.size());
        assertEquals("b", hits.getLast().entry().title());
    }

    @Test
    void theMatchedLettersAreKnown() {
        assertEquals(List.of(8, 9, 10), Match.of("back up payments", "pay").orElseThrow().positions());
    }

    private static List<String> titles(String typed, String... names) {
        return titles(PaletteSearch.find(Stream.of(names).map(name -> entry("Channels", name)).toList(), typed));
    }

    private static List<String> titles(List<PaletteSearch.Hit> hits) {
        return hits.stream().map(hit -> hit.entry().title()).toList();
    }

    private static PaletteEntry entry(String group, String title) {
        return PaletteEntry.of(group, title, "", Glyph.LAYERS, () -> {
        });
    }
}
