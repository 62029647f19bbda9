package dev.brokerscope.core.rework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.testkit.Readout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives are cut into several, and several are made one.
class SplitMergeTest {

    @TempDir
    Path folder;

    private Desk desk;
    private MemoryBroker source;
    private Path original;

    @BeforeEach
    void archive() throws Exception {
        desk = new Desk(folder);
        source = desk.lab().source();
        Lab.fill(source, "orders", 2, 5_000);
        Lab.fill(source, "payments", 1, 600);
        source.hole("orders", 1, 4, GapReason.COMPACTED);
        source.create("empty", 2);
        original = desk.backup("a.msgdb", "orders", "payments", "empty");
    }

    @Test
    void partsByChannelMergeIntoTheOriginal() throws Exception {
        ReworkReport report = split(new SplitPlan.By.Channel());
        assertEquals(3, report.made().size());
        assertTrue(report.made().stream().allMatch(m -> sound(m.file())));
        Path merged = merge(report.made().stream().map(ReworkReport.Made::file).toList());
        assertEquals(Desk.hashes(original), Desk.hashes(merged));
        assertEquals(Desk.contents(original).runs().getFirst().id(), Desk.contents(merged).runs().getFirst().id());
    }

    @Test
    void partsBySizeAreASetThatOpensLikeTheOriginal() throws Exception {
        ReworkReport report = split(new SplitPlan.By.Size(Files.size(original) / 4));
        assertTrue(report.made().size() >= 3, report::summary);
        assertEquals(Verification.State.SOUND, Desk.deep(desk.file("parts")).state(),
                () -> report.json().toPrettyString());
        assertEquals(Optional.empty(), Readout.difference(Desk.read(original, "orders"),
                Desk.read(desk.file("parts"), "orders")));
        assertEquals(Desk.hashes(original), Desk.hashes(merge(List.of(desk.file("parts")))));
    }

    @Test
    void partsByTimeAreASetToo() throws Exception {
        long first = Desk.read(original, "payments").getFirst().timestamp();
        ReworkReport report = split(new SplitPlan.By.Time(Duration.ofDays(3_000)));
        assertTrue(report.made().size() >= 1 && first > Long.MIN_VALUE);
        assertEquals(5_600, report.messages());
        assertEquals(Verification.State.SOUND, Desk.deep(desk.file("parts")).state());
    }

    @Test
    void whatTwoArchivesHoldIsTakenOnce() throws Exception {
        for (int i = 0; i < 300; i++) {
            source.publish("orders", Message.at(i % 2, 0, 0).value(Bytes.utf8("later " + i).toArray()).build());
        }
        Path later = desk.backup("later.msgdb", "orders");
        Path merged = merge(List.of(original, later));
        assertEquals(Optional.empty(), Readout.difference(Desk.read(later, "orders"), Desk.read(merged, "orders")));
        assertEquals(2, Desk.contents(merged).runs().size());
        assertTrue(sound(merged));
        assertEquals(Desk.hashes(merged), Desk.hashes(merge(List.of(merged, later, original))));
    }

    @Test
    void differentMessagesAtOnePositionAreRefusedByName() throws Exception {
        MemoryBroker changed = new MemoryBroker("source");
        changed.create("orders", 2);
        changed.create("payments", 1);
        changed.publish("payments", Message.at(0, 0, 0).value(Bytes.utf8("x").toArray()).build());
        Desk third = new Desk(Files.createDirectory(folder.resolve("third")), changed);
        Path conflicting = third.backup("c.msgdb", "payments");
        FaultException fault = assertThrows(FaultException.class, () -> merge(List.of(original, conflicting)));
        assertEquals(FaultKind.REFUSED, fault.kind());
        assertTrue(fault.fault().message().contains("Position 0 of payments"), fault.fault()::message);
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws Exception {
        Files.createDirectory(desk.file("parts"));
        Files.writeString(desk.file("parts").resolve("mine.txt"), "mine");
        assertEquals(FaultKind.REFUSED,
                assertThrows(FaultException.class, () -> split(new SplitPlan.By.Run())).kind());
    }

    private ReworkReport split(SplitPlan.By by) throws Exception {
        return new Split(desk.tools()).run(new SplitPlan(original, desk.file("parts"), by), desk.job());
    }

    private Path merge(List<Path> inputs) throws Exception {
        Path merged = Files.createTempDirectory(folder, "merged").resolve("m.msgdb");
        new Merge(desk.tools()).run(new MergePlan(inputs, merged), desk.job());
        return merged;
    }

    private static boolean sound(Path file) {
        try {
            return Desk.deep(file).problems().isEmpty();
        } catch (FaultException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
