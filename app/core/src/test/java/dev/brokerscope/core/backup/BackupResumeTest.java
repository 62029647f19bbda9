package dev.brokerscope.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.lab.Photograph;
import dev.brokerscope.core.lab.Tripwire;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.testkit.MessageContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupResumeTest {

    private static final Fault GONE = Fault.of(FaultKind.UNREACHABLE, "broker.gone", "The broker is gone.",
            "Check the network.");

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void setUp() throws Exception {
        lab = new Lab(folder);
        lab.source().create("orders", 2);
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] value = new byte[1_000];
            random.nextBytes(value);
            lab.source().publish("orders", Message.at(i % 2, 0, 0).key(Bytes.utf8("k" + i).toArray()).value(value)
                    .build());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 700, 1_500, 1_999})
    void resumesBehindTheLastCheckpointWhereTheBrokerWentAway(long after) throws Exception {
        lab.source().script().failReading("orders", after, GONE);
        FaultException fault = assertThrows(FaultException.class, () -> lab.backup(lab.plan("orders")));
        assertEquals(FaultKind.UNREACHABLE, fault.kind());
        assertTrue(fault.fault().remedy().contains("--resume"), fault.fault().remedy());
        assertFalse(Files.exists(lab.file()));

        BackupReport report = lab.backup(lab.plan("orders").resuming(true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertTrue(report.resumed());
        assertNothingLostOrDoubled();
    }

    @Test
    void cancelLeavesAnArchiveThatCanBeResumed() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.backup(lab.plan("orders"), new Tripwire(800)));
        assertTrue(Files.exists(Path.of(lab.file() + ".partial")));
        assertTrue(held(Path.of(lab.file() + ".partial")) > 0);

        lab.backup(lab.plan("orders").resuming(true));

        assertNothingLostOrDoubled();
    }

    @Test
    void aResumedArchiveHasTheHashesOfAnUninterruptedOne() throws Exception {
        Map<Integer, Bytes> whole = lab.backup(lab.plan("orders")).channels().getFirst().hashes();
        Files.delete(lab.file());
        assertThrows(InterruptedException.class, () -> lab.backup(lab.plan("orders"), new Tripwire(600)));
        assertThrows(InterruptedException.class,
                () -> lab.backup(lab.plan("orders").resuming(true), new Tripwire(100)));

        Map<Integer, Bytes> resumed = lab.backup(lab.plan("orders").resuming(true)).channels().getFirst().hashes();

        assertEquals(whole, resumed);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 400, 1_200, 2_000})
    void whatAKillLeavesCanBeResumed(long after) throws Exception {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        Map<Integer, Bytes> whole = lab.backup(lab.plan("orders"), new Photograph(folder, killed, after)).channels()
                .getFirst().hashes();
        Lab afterwards = new Lab(killed, lab.source());
        assertTrue(Files.exists(Path.of(afterwards.file() + ".partial")));

        BackupReport report = afterwards.backup(afterwards.plan("orders").resuming(true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertEquals(whole, report.channels().getFirst().hashes());
    }

    @Test
    void refusesToResumeOnAnotherCluster() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.backup(lab.plan("orders"), new Tripwire(600)));
        MemoryBroker other = new MemoryBroker("other");
        other.create("orders", 2);

        FaultException fault = assertThrows(FaultException.class,
                () -> new Lab(folder, other).backup(lab.plan("orders").resuming(true)));

        assertEquals("resume.other-cluster", fault.fault().code());
    }

    @Test
    void aResumeKeepsTheEndsOfTheFirstCut() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.backup(lab.plan("orders"), new Tripwire(600)));
        lab.source().publish("orders", Message.at(0, 0, 0).build());

        assertEquals(2_000, lab.backup(lab.plan("orders").resuming(true)).messages());
    }

    @Test
    void refusesToStartOverAnUnfinishedArchive() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.backup(lab.plan("orders"), new Tripwire(600)));

        FaultException fault = assertThrows(FaultException.class, () -> lab.backup(lab.plan("orders")));

        assertEquals(FaultKind.REFUSED, fault.kind());
        assertTrue(fault.fault().remedy().contains("--resume"));
    }

    @Test
    void refusesToResumeWithAnotherPlan() throws Exception {
        lab.source().create("other", 1);
        assertThrows(InterruptedException.class, () -> lab.backup(lab.plan("orders"), new Tripwire(600)));

        FaultException fault = assertThrows(FaultException.class,
                () -> lab.backup(lab.plan("orders", "other").resuming(true)));

        assertEquals(FaultKind.REFUSED, fault.kind());
    }

    @Test
    void resumeOfAFinishedArchiveIsHarmless() throws Exception {
        lab.backup(lab.plan("orders"));
        byte[] before = Files.readAllBytes(lab.file());

        BackupReport report = lab.backup(lab.plan("orders").resuming(true));

        assertEquals(2_000, report.messages());
        assertEquals(Bytes.wrap(before), Bytes.wrap(Files.readAllBytes(lab.file())));
    }

    @Test
    void aRecreatedChannelIsNotMixedWithItsPredecessor() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.backup(lab.plan("orders"), new Tripwire(600)));
        lab.source().delete("orders");
        lab.source().create("orders", 2);
        for (int i = 0; i < 2_000; i++) {
            lab.source().publish("orders", Message.at(i % 2, 0, 0).value(Bytes.utf8("impostor").toArray()).build());
        }

        BackupReport report = lab.backup(lab.plan("orders").resuming(true));

        assertEquals(Outcome.INCOMPLETE, report.outcome());
        try (Archive archive = Archive.open(lab.file())) {
            assertTrue(Lab.read(archive.session(), MemoryBroker.id("orders")).stream()
                    .noneMatch(m -> m.valueSize() == "impostor".length()));
        }
    }

    private void assertNothingLostOrDoubled() throws Exception {
        try (Archive archive = Archive.open(lab.file())) {
            List<MessageContent> kept = Lab.read(archive.session(), MemoryBroker.id("orders")).stream()
                    .map(MessageContent::of).toList();
            List<MessageContent> there = Lab.read(lab.source().connect(), MemoryBroker.id("orders")).stream()
                    .map(MessageContent::of).toList();
            assertEquals(there, kept);
        }
    }

    private static long held(Path partial) throws Exception {
        try (Archive archive = Archive.open(partial)) {
            return archive.contents().channels().stream().flatMap(c -> c.partitions().stream())
                    .flatMap(p -> p.coverage().stream()).mapToLong(c -> c.messages()).sum();
        }
    }
}
