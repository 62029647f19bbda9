package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);
    private String archive = "";

    @BeforeEach
    void backUpAChannelWithAHole() throws Exception {
        shell = new Shell(folder);
        archive = shell.file("shop.msgdb");
        shell.broker().create("orders", 2);
        for (int i = 0; i < 60; i++) {
            if (i == 30) {
                shell.broker().hole("orders", 0, 20, GapReason.UNREADABLE);
            }
            shell.broker().publish("orders", Message.at(0, 0, 0).value(new byte[100_000])
                    .timestamp(1_795_340_527_318L + i * 60_000L, TimestampType.CREATE).build());
        }
        shell.run("backup", "orders", "--broker", "memory", "--out", archive);
    }

    @Test
    void infoDrawsABarPerPartitionWithALegend() {
        String byPosition = shell.run("info", archive, "--by", "position").out();
        String bar = byPosition.lines().filter(l -> l.startsWith("orders    0")).findFirst().orElse("");
        assertTrue(bar.matches("orders    0 █+✗+█+"), byPosition);
        assertTrue(byPosition.contains("✗ unreadable"), byPosition);
        String empty = byPosition.lines().filter(l -> l.startsWith("orders    1")).findFirst().orElse("");
        assertTrue(empty.matches("orders    1 ·+"), byPosition);
        String byTime = shell.run("info", archive).out();
        assertTrue(byTime.contains("COVERAGE 20") && byTime.contains("█"), byTime);
        assertFalse(byTime.equals(byPosition));
    }

    @Test
    void jsonIsExact() throws Exception {
        JsonNode gap = new JsonMapper().readTree(shell.run("info", archive, "--json").out()).path("channels").path(0)
                .path("partitions").path(0).path("coverage").path(0).path("gaps").path(0);
        assertEquals("30", gap.path("from").asText());
        assertEquals("50", gap.path("next").asText());
        assertEquals("unreadable", gap.path("reason").asText());
        assertTrue(gap.has("detail"));
    }
}
