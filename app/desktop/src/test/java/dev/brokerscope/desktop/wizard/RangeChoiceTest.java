package dev.brokerscope.desktop.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeChoiceTest {

    private final RangeChoice choice = new RangeChoice(ZoneId.of("UTC"));

    @Test
    void readsEverythingUnlessSaid() throws Exception {
        assertEquals("orders", text());
        assertEquals("beginning to now", choice.summary());
    }

    @Test
    void cutsByTimeAndPartition() throws Exception {
        choice.kindProperty().set(RangeKind.TIME);
        choice.fromProperty().set("2026-11-01T00:00Z");
        choice.partitionsProperty().set("0-2");

        assertEquals("orders[0,1,2]@2026-11-01T00:00Z..", text());
    }

    @Test
    void takesTheNewest() throws Exception {
        choice.kindProperty().set(RangeKind.NEWEST);
        choice.newestProperty().set("250");

        assertEquals("orders@last:250", text());
    }

    @Test
    void saysWhichWordsMakeNoSense() {
        choice.kindProperty().set(RangeKind.TIME);
        choice.fromProperty().set("yesterday-ish");

        assertTrue(choice.problem().orElseThrow().contains("\"yesterday-ish\" is neither a time nor a position."));
    }

    @Test
    void refusesPartitionsThatAreNoNumbers() {
        choice.partitionsProperty().set("a");

        assertTrue(choice.problem().isPresent());
    }

    private String text() throws Exception {
        return choice.slices(List.of(ChannelId.of("topic", "orders"))).getFirst().text();
    }
}
