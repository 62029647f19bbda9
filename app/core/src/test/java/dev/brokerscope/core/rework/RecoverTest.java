package dev.brokerscope.core.rework;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.testkit.Readout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a damaged archive still holds comes along; what does not is named.
class RecoverTest {

    private static final int PAGE = 16_384;

    @TempDir
    Path folder;

    private Desk desk;
    private Path original;
    private byte[] bytes;
    private int recoveries;

    @BeforeEach
    void archive() throws Exception {
        desk = new Desk(folder);
        MemoryBroker source = desk.lab().source();
        Lab.fill(source, "orders", 2, 9_000);
        Lab.fill(source, "payments", 1, 2_000);
        source.hole("orders", 0, 5, GapReason.TRANSACTIONAL);
        original = desk.backup("a.msgdb", "orders", "payments");
        bytes = Files.readAllBytes(original);
    }

    @Test
    void aSoundArchiveComesOutAsItWas() throws Exception {
        ReworkReport report = recover(bytes);
        assertEquals(Outcome.COMPLETE, report.outcome(), report::summary);
        assertEquals(Desk.dump(original), Desk.dump(report.made().getFirst().file()));
    }

    @Test
    void aTruncatedFileGivesWhatStandsBeforeTheCut() throws Exception {
        for (int percent : List.of(90, 60, 35)) {
            ReworkReport report = recover(Arrays.copyOf(bytes, (int) (bytes.length * (long) percent / 100)));
            assertLossyButTrue(report);
        }
    }

    @Test
    void aWrongByteCostsNoMoreThanItsBlock() throws Exception {
        byte[] damaged = bytes.clone();
        damaged[bytes.length / 2] ^= 0x10;
        ReworkReport report = recover(damaged);
        assertTrue(report.messages() > 10_000, report::summary);
        assertTrue(report.lost().size() <= 2, () -> report.lost().toString());
    }

    @Test
    void pagesOfZerosCostWhatStoodOnThem() throws Exception {
        byte[] damaged = bytes.clone();
        for (int page = 40; page < bytes.length / PAGE - 2; page += 30) {
            Arrays.fill(damaged, page * PAGE, (page + 1) * PAGE, (byte) 0);
        }
        assertLossyButTrue(recover(damaged));
    }

    @Test
    void aLostFirstPageIsMadeAnew() throws Exception {
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, 0, PAGE, (byte) 0x55);
        ReworkReport report = recover(damaged);
        assertEquals(11_000, report.messages(), report::summary);
    }

    @Test
    void randomDamageNeverLetsAWrongMessageThrough() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 12; round++) {
            byte[] damaged = bytes.clone();
            for (int i = 0; i < 1 + round * 3; i++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                ReworkReport report = recover(damaged);
                assertTrue(holdsOnlyTruth(report.made().getFirst().file()), "round " + round);
            } catch (FaultException e) {
                assertEquals("recover.nothing", e.fault().code(), "round " + round);
            }
        }
    }

    @Test
    void damagedCopiesOfOneArchiveMergeIntoAWholeOne() throws Exception {
        byte[] one = bytes.clone();
        byte[] other = bytes.clone();
        Arrays.fill(one, bytes.length / 3, bytes.length / 3 + 3_000, (byte) 9);
        Arrays.fill(other, bytes.length * 2 / 3, bytes.length * 2 / 3 + 3_000, (byte) 9);
        ReworkReport first = recover(one);
        ReworkReport second = recover(other);
        assertEquals(Outcome.INCOMPLETE, first.outcome());
        assertEquals(Outcome.INCOMPLETE, second.outcome());
        Path merged = desk.file("merged.msgdb");
        new Merge(desk.tools()).run(new MergePlan(List.of(first.made().getFirst().file(),
                second.made().getFirst().file()), merged), desk.job());
        for (String channel : List.of("orders", "payments")) {
            assertEquals(Optional.empty(), Readout.difference(Desk.read(original, channel),
                    Desk.read(merged, channel)));
        }
    }

    @Test
    void aFileThatIsNoArchiveGivesNothing() {
        FaultException fault = assertThrows(FaultException.class, () -> recover("not an archive".getBytes(
                java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals("recover.nothing", fault.fault().code());
        assertEquals(FaultKind.UNSUPPORTED, fault.kind());
    }

    private void assertLossyButTrue(ReworkReport report) throws Exception {
        assertEquals(Outcome.INCOMPLETE, report.outcome(), report::summary);
        assertTrue(report.messages() > 0);
        assertTrue(report.lost().stream().allMatch(l -> l.sentence().contains("partition")));
        Path file = report.made().getFirst().file();
        assertTrue(holdsOnlyTruth(file));
        assertTrue(Desk.contents(file).runs().stream().allMatch(r -> r.state() == RunState.COMPLETE_WITH_GAPS));
        assertTrue(Desk.gaps(file, "orders").stream().anyMatch(g -> g.reason() == GapReason.UNREADABLE)
                || Desk.gaps(file, "payments").stream().anyMatch(g -> g.reason() == GapReason.UNREADABLE));
    }

    /// Every message stands in the original at the same place, and the archive is sound.
    private boolean holdsOnlyTruth(Path file) throws Exception {
        Verification found = Desk.deep(file);
        assertEquals(List.of(), found.problems());
        for (var channel : Desk.contents(file).channels()) {
            String name = channel.original().text();
            if (!List.of("orders", "payments").contains(name)) {
                continue;
            }
            Map<String, Message> truth = new TreeMap<>();
            Desk.read(original, name).forEach(m -> truth.put(m.position().toString(), m));
            for (Message message : Desk.read(file, name)) {
                Message expected = truth.get(message.position().toString());
                if (expected == null || Readout.difference(List.of(expected), List.of(message)).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    private ReworkReport recover(byte[] damaged) throws Exception {
        recoveries++;
        Path input = Files.write(desk.file("damaged-" + recoveries + ".msgdb"), damaged);
        try {
            return new Recover(desk.tools()).run(new RecoverPlan(input, desk.file("r" + recoveries + ".msgdb")),
                    desk.job());
        } finally {
            assertArrayEquals(damaged, Files.readAllBytes(input));
        }
    }
}
