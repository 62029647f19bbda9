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
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.RunCopy;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.testkit.Readout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives are copied, whole or in part.
class CopyTest {

    @TempDir
    Path folder;

    private Desk desk;
    private Path original;

    @BeforeEach
    void archiveOfUglyMessages() throws Exception {
        desk = new Desk(folder);
        MemoryBroker source = desk.lab().source();
        Lab.fill(source, "orders", 3, 4_000);
        Lab.fill(source, "payments", 1, 700);
        source.create("empty", 2);
        source.hole("orders", 0, 3, GapReason.TRANSACTIONAL);
        source.publish("orders", Message.at(0, 0, 0).key(Bytes.utf8("behind the hole").toArray()).build());
        source.hole("orders", 0, 1, GapReason.ABORTED);
        original = desk.backup("a.msgdb", "orders", "payments", "empty");
    }

    @Test
    void aWholeCopyHoldsTheSameRunsWithTheSameHashes() throws Exception {
        Path copy = desk.file("b.msgdb");
        ReworkReport report = new Copy(desk.tools()).run(CopyPlan.whole(original, copy), desk.job());
        assertEquals(4_701, report.messages());
        assertEquals(Desk.dump(original), Desk.dump(copy));
        assertEquals(Desk.hashes(original), Desk.hashes(copy));
        assertEquals(List.of(), Desk.deep(copy).problems());
    }

    @Test
    void anotherCompressionChangesTheSizeAndNoHash() throws Exception {
        Path plain = desk.file("plain.msgdb");
        new Copy(desk.tools().writing(desk.tools().options().compressed(Compression.NONE)))
                .run(CopyPlan.whole(original, plain), desk.job());
        assertEquals(Desk.dump(original), Desk.dump(plain));
        assertTrue(Files.size(plain) > Files.size(original));
    }

    @Test
    void aFilteredCopyIsMarkedAndSaysWhereMessagesWereLeftOut() throws Exception {
        Path copy = desk.file("b.msgdb");
        List<Message> some = Desk.read(original, "payments").stream()
                .filter(m -> m.key().filter(k -> k.utf8().contains("7")).isPresent()).toList();
        new Copy(desk.tools()).run(CopyPlan.whole(original, copy)
                .filtered(Optional.of(FilterWords.parse("key:7"))), desk.job());
        assertEquals(Optional.empty(), Readout.difference(some, Desk.read(copy, "payments")));
        assertEquals(RunFidelity.FILTERED, Desk.contents(copy).runs().getFirst().fidelity());
        assertFalse(Desk.contents(copy).runs().getFirst().id()
                .equals(Desk.contents(original).runs().getFirst().id()));
        assertTrue(Desk.gaps(copy, "payments").stream().allMatch(g -> g.reason() == GapReason.FILTERED));
        assertEquals(Verification.State.SOUND, Desk.deep(copy).state());
    }

    @Test
    void anExistingOutputIsRefused() throws Exception {
        Path copy = desk.file("b.msgdb");
        Files.writeString(copy, "mine");
        assertEquals(FaultKind.REFUSED, assertThrows(FaultException.class,
                () -> new Copy(desk.tools()).run(CopyPlan.whole(original, copy), desk.job())).kind());
        assertEquals("mine", Files.readString(copy));
    }

    @Test
    void aDamagedInputIsRefusedWithTheWayOutAndLeavesNothing() throws Exception {
        byte[] bytes = Files.readAllBytes(original);
        int hit = 0;
        for (int at = bytes.length / 3; at < bytes.length - 40_000; at += 3_001) {
            bytes[at] ^= 0x40;
            hit++;
        }
        assertTrue(hit > 10);
        Path damaged = desk.file("damaged.msgdb");
        Files.write(damaged, bytes);
        FaultException fault = assertThrows(FaultException.class, () -> new Copy(desk.tools())
                .run(CopyPlan.whole(damaged, desk.file("b.msgdb")), desk.job()));
        assertEquals(FaultKind.CORRUPT, fault.kind());
        assertTrue(fault.fault().remedy().contains("recover"), fault.fault()::remedy);
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(f -> f.getFileName().toString().startsWith("b.msgdb")));
        }
    }

    @Test
    void whatWasMadeStandsInTheAuditLog() throws Exception {
        Path copy = desk.file("b.msgdb");
        new Copy(desk.tools()).run(CopyPlan.whole(original, copy), desk.job());
        assertEquals(List.of("archive.copy"), desk.audit().entries().stream().map(e -> e.action()).toList());
        assertEquals(copy.toString(), desk.audit().entries().getFirst().target());
    }

    @Test
    void replacesWhatAKilledCopyLeft() throws Exception {
        Path copy = desk.file("b.msgdb");
        leaveBehind(desk.file("b.making.msgdb"));

        new Copy(desk.tools()).run(CopyPlan.whole(original, copy), desk.job());

        assertEquals(Desk.dump(original), Desk.dump(copy));
        assertEquals(Set.of("a.msgdb", "b.msgdb"), archives());
    }

    @Test
    void waitsForNobodyWhoStillWritesTheSameCopy() throws Exception {
        Path draft = desk.file("b.making.msgdb");
        try (Archive source = Archive.open(original);
                ArchiveWriter other = ArchiveWriter.create(draft, firstRun(source), "test", desk.tools().options())) {
            FaultException refused = assertThrows(FaultException.class,
                    () -> new Copy(desk.tools()).run(CopyPlan.whole(original, desk.file("b.msgdb")), desk.job()));
            assertEquals(FaultKind.LOCKED, refused.kind());
            assertEquals(0, other.written().messages());
        }
    }

    @Test
    void neverReplacesWhatABackupLeft() throws Exception {
        Files.writeString(desk.file("b.msgdb.partial"), "perhaps the only copy");

        FaultException refused = assertThrows(FaultException.class,
                () -> new Copy(desk.tools()).run(CopyPlan.whole(original, desk.file("b.msgdb")), desk.job()));

        assertEquals("output.unfinished", refused.fault().code());
        assertTrue(refused.fault().remedy().contains("--resume"), refused.fault().remedy());
        assertEquals("perhaps the only copy", Files.readString(desk.file("b.msgdb.partial")));
    }

    /// As a kill does: begun, and neither sealed nor discarded.
    private void leaveBehind(Path draft) throws Exception {
        try (Archive source = Archive.open(original)) {
            ArchiveWriter.create(draft, firstRun(source), "test", desk.tools().options()).close();
        }
        assertTrue(Files.exists(Path.of(draft + ".partial")));
    }

    private static RunCopy firstRun(Archive source) throws Exception {
        UUID run = source.contents().runs().getFirst().id();
        return new RunCopy(source, run, run, RunFidelity.VERBATIM, List.of(), true);
    }

    private Set<String> archives() throws Exception {
        try (Stream<Path> files = Files.list(original.getParent())) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.contains(".msgdb"))
                    .collect(Collectors.toSet());
        }
    }
}
