package dev.brokerscope.core.rework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is pruned is nowhere in the new archive.
class PruneTest {

    private static final String CANARY = "customer-4711-canary";

    @TempDir
    Path folder;

    private Desk desk;
    private Path original;

    @BeforeEach
    void archive() throws Exception {
        desk = new Desk(folder);
        MemoryBroker source = desk.lab().source();
        source.create("orders", 1);
        for (int i = 0; i < 3_000; i++) {
            String key = i % 100 == 3 ? CANARY : "customer-" + i;
            source.publish("orders", Message.at(0, 0, 0).timestamp(1_000_000 + i, TimestampType.CREATE)
                    .key(Bytes.utf8(key).toArray())
                    .value(Bytes.utf8(i == 7 ? "mentions " + CANARY : "order " + i + " of " + i % 100).toArray())
                    .build());
            if (i % 10 == 9) {
                source.hole("orders", 0, 1, GapReason.TRANSACTIONAL);
            }
        }
        original = desk.backup("a.msgdb", "orders");
    }

    @Test
    void anErasedKeyIsNowhereInTheFile() throws Exception {
        Path pruned = desk.file("b.msgdb");
        ReworkReport report = new Prune(desk.tools().writing(desk.tools().options().compressed(Compression.NONE)))
                .run(new PrunePlan(original, pruned, OptionalLong.empty(), List.of(Bytes.utf8(CANARY))), desk.job());
        assertEquals(2_970, report.messages());
        assertTrue(Desk.read(pruned, "orders").stream()
                .noneMatch(m -> m.key().orElseThrow().utf8().equals(CANARY)));
        assertEquals(1, occurrences(pruned, CANARY), "only in the value that mentions it");
        assertTrue(report.remarks().getFirst().startsWith("1 message that was kept mention"),
                report.remarks()::toString);
        assertEquals(List.of(), Desk.deep(pruned).problems());
    }

    @Test
    void gapsSayWhereMessagesWereErasedAndTheRunIsMarked() throws Exception {
        Path pruned = desk.file("b.msgdb");
        new Prune(desk.tools()).run(new PrunePlan(original, pruned, OptionalLong.empty(),
                List.of(Bytes.utf8(CANARY))), desk.job());
        assertTrue(Desk.gaps(pruned, "orders").stream().anyMatch(g -> g.reason() == GapReason.ERASED
                && g.measured() && !g.detail().contains(CANARY)));
        assertEquals(RunFidelity.FILTERED, Desk.contents(pruned).runs().getFirst().fidelity());
        assertFalse(Desk.dump(pruned).contains(CANARY));
        assertFalse(desk.audit().entries().toString().contains(CANARY));
    }

    @Test
    void oldMessagesAreOneGapWithTheHolesBetweenThem() throws Exception {
        Path pruned = desk.file("b.msgdb");
        ReworkReport report = new Prune(desk.tools()).run(new PrunePlan(original, pruned,
                OptionalLong.of(1_002_000), List.of()), desk.job());
        assertEquals(1_000, report.messages());
        assertEquals(1, Desk.gaps(pruned, "orders").stream().filter(g -> g.reason() == GapReason.ERASED).count());
        assertEquals(List.of(), Desk.deep(pruned).problems());
    }

    @Test
    void runsWithoutOldMessagesStayAsTheyAre() throws Exception {
        Path pruned = desk.file("b.msgdb");
        new Prune(desk.tools()).run(new PrunePlan(original, pruned, OptionalLong.of(5), List.of()), desk.job());
        assertEquals(Desk.dump(original), Desk.dump(pruned));
    }

    @Test
    void askingForNothingIsRefused() {
        assertEquals(FaultKind.USAGE, assertThrows(FaultException.class, () -> new Prune(desk.tools()).run(
                new PrunePlan(original, desk.file("b.msgdb"), OptionalLong.empty(), List.of()), desk.job())).kind());
    }

    static int occurrences(Path file, String text) throws Exception {
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int count = 0;
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            count++;
        }
        return count;
    }
}
