package dev.brokerscope.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.diff.Diff;
import dev.brokerscope.core.diff.DiffPlan;
import dev.brokerscope.core.diff.DiffReport;
import dev.brokerscope.core.diff.DiffSide;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.slice.Bound;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void setUp() {
        lab = new Lab(folder);
    }

    @Test
    void keepsEveryFieldOfEveryMessage() throws Exception {
        Lab.fill(lab.source(), "orders", 3, 400);
        Lab.fill(lab.source(), "payments", 1, 50);

        BackupReport report = lab.backup(lab.plan("orders", "payments"));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertEquals(450, report.messages());
        assertTrue(compare().equal(), compare().summary());
    }

    @Test
    void verifiesWhatItSealed() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 50);

        BackupReport report = lab.backup(lab.plan("orders").verifying(Optional.of(Verification.Level.DEEP)));

        Verification found = report.verification().orElseThrow();
        assertEquals(Verification.State.SOUND, found.state(), found.problems().toString());
        assertEquals(50, found.messages());
    }

    @Test
    void includesEmptyPartitionsAndChannels() throws Exception {
        lab.source().create("empty", 3);

        BackupReport report = lab.backup(lab.plan("empty"));

        assertEquals(Outcome.COMPLETE, report.outcome());
        assertEquals(3, contents().channels().getFirst().partitions().size());
    }

    @Test
    void stopsAtTheEndsOfTheCut() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 20);
        lab.source().script().slow("orders", java.time.Duration.ofMillis(50));
        Thread late = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(10);
                for (int i = 0; i < 200; i++) {
                    lab.source().publish("orders", Message.at(0, 0, 0).build());
                }
            } catch (FaultException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        BackupReport report = lab.backup(lab.plan("orders"));
        late.join();

        Position end = contents().channels().getFirst().partitions().getFirst().coverage().getFirst().end()
                .orElseThrow();
        assertEquals(end.lo(), report.messages());
    }

    @Test
    void keepsGapsWithTheirReasons() throws Exception {
        Lab.fill(lab.source(), "orders", 2, 60);
        lab.source().hole("orders", 0, 5, GapReason.TRANSACTIONAL);
        lab.source().publish("orders", Message.at(0, 0, 0).build());
        lab.source().hole("orders", 1, 3, GapReason.SPARSE);

        BackupReport report = lab.backup(lab.plan("orders"));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        List<ArchiveContents.Coverage> coverage = contents().channels().getFirst().partitions().stream()
                .flatMap(p -> p.coverage().stream()).toList();
        long holes = coverage.stream().mapToLong(ArchiveContents.Coverage::holes).sum();
        long gaps = coverage.stream().flatMap(c -> c.gaps().stream()).mapToLong(g -> g.next().lo() - g.from().lo())
                .sum();
        assertEquals(8, holes + gaps);
    }

    @Test
    void seesAbortedMessagesOnlyWhenAsked() throws Exception {
        lab.source().create("orders", 1);
        lab.source().publish("orders", Message.at(0, 0, 0).build());
        lab.source().publishAborted("orders", Message.at(0, 0, 0).build());
        lab.source().publish("orders", Message.at(0, 0, 0).build());

        assertEquals(2, lab.backup(lab.plan("orders")).messages());
        Files.delete(lab.file());
        assertEquals(3, lab.backup(lab.plan("orders").isolated(Isolation.ALL)).messages());
    }

    @Test
    void keepsSettingsAndGroups() throws Exception {
        lab.source().create("orders", 1, Map.of("retention.ms", "86400000"));
        lab.source().publish("orders", Message.at(0, 0, 0).build());
        lab.source().groups().commit("billing", "orders", Position.of(0, 1), "note");

        BackupReport report = lab.backup(lab.plan("orders"));

        ArchiveContents.Channel kept = contents().channels().getFirst();
        assertEquals(1, report.groups());
        assertEquals("billing", kept.groups().getFirst().name());
        assertEquals(Position.of(0, 1), kept.groups().getFirst().progress().getFirst().next());
        assertTrue(kept.definition().settings().stream().anyMatch(
                s -> s.name().equals("retention.ms") && s.value().equals(Optional.of("86400000"))));
    }

    @Test
    void takesASliceByOffsets() throws Exception {
        Lab.fill(lab.source(), "orders", 2, 100);
        Slice slice = Slice.whole(MemoryBroker.id("orders")).only(Set.of(1)).between(new Bound.At("5"),
                new Bound.At("9"));

        BackupReport report = lab.backup(BackupPlan.of(List.of(slice), lab.file()));

        assertEquals(4, report.messages());
        ArchiveContents.Coverage only = contents().channels().getFirst().partitions().stream()
                .flatMap(p -> p.coverage().stream()).findFirst().orElseThrow();
        assertEquals(Position.of(1, 5), only.begin());
    }

    @Test
    void takesASliceByTime() throws Exception {
        timed("orders", 10, 20, 30, 40);
        Slice slice = Slice.whole(MemoryBroker.id("orders")).between(new Bound.Time("20ms", 20),
                new Bound.Time("40ms", 40));

        assertEquals(2, lab.backup(BackupPlan.of(List.of(slice), lab.file())).messages());
    }

    @Test
    void takesTheNewestOfTheWholeChannel() throws Exception {
        lab.source().create("orders", 2);
        for (long time : new long[]{10, 20, 30, 90, 100}) {
            lab.source().publish("orders", Message.at(0, 0, 0).timestamp(time, TimestampType.CREATE).build());
        }
        for (long time : new long[]{40, 50, 95}) {
            lab.source().publish("orders", Message.at(1, 0, 0).timestamp(time, TimestampType.CREATE).build());
        }

        lab.backup(BackupPlan.of(List.of(Slice.whole(MemoryBroker.id("orders")).newest(4)), lab.file()));

        assertEquals(List.of(90L, 100L, 50L, 95L), times());
    }

    @Test
    void refusesAnExistingOutput() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 5);
        lab.backup(lab.plan("orders"));

        FaultException fault = assertThrows(FaultException.class, () -> lab.backup(lab.plan("orders")));

        assertEquals(FaultKind.REFUSED, fault.kind());
        assertTrue(fault.fault().message().contains("backup.msgdb exists already"), fault.fault().message());
    }

    @Test
    void namesAnUnknownChannelAndWritesNothing() throws Exception {
        FaultException fault = assertThrows(FaultException.class, () -> lab.backup(lab.plan("nowhere")));

        assertEquals(FaultKind.NOT_FOUND, fault.kind());
        assertTrue(fault.fault().message().contains("nowhere"));
        assertEquals(List.of(), files());
    }

    @Test
    void refusesToReadWithoutConsentToItsImpact() throws Exception {
        Lab.fill(lab.source(), "queue", 1, 5);
        lab.source().impact("queue", Set.of(Impact.MARKS_REDELIVERED));

        FaultException fault = assertThrows(FaultException.class, () -> lab.backup(lab.plan("queue")));
        assertEquals(FaultKind.REFUSED, fault.kind());
        assertTrue(fault.fault().remedy().contains("--consent redelivers"), fault.fault().remedy());

        BackupPlan consenting = lab.plan("queue").consenting(Set.of(Impact.MARKS_REDELIVERED));
        assertEquals(5, lab.backup(consenting).messages());
    }

    @Test
    void finishesTheRestWhenAChannelIsDeletedMeanwhile() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 300);
        Lab.fill(lab.source(), "payments", 1, 50);
        lab.source().script().deleteWhileReading("orders", 100);

        BackupReport report = lab.backup(lab.plan("orders", "payments"));

        assertEquals(Outcome.INCOMPLETE, report.outcome());
        assertEquals(150, report.messages());
        assertTrue(report.summary().contains("orders was deleted"), report.summary());
        assertEquals(Map.of(GapReason.TRUNCATED, 200L), report.channels().getFirst().gaps());
        assertEquals(RunState.COMPLETE_WITH_GAPS, contents().runs().getFirst().state());
    }

    @Test
    void saysWhatRetentionTookWhileReading() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 100);
        lab.source().script().failReading("orders", 40,
                new FaultException(FaultKind.UNREACHABLE, "gone", "The broker is gone.", "").fault());
        assertThrows(FaultException.class, () -> lab.backup(lab.plan("orders")));
        lab.source().trim("orders", Position.of(0, 70));

        BackupReport report = lab.backup(lab.plan("orders").resuming(true));

        assertEquals(Outcome.INCOMPLETE, report.outcome());
        assertTrue(report.summary().contains("reason: retention"), report.summary());
    }

    @Test
    void holdsNothingThatTheSourceCallsSecret() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 5);
        lab.backup(lab.plan("orders"));

        assertTrue(contents().channels().getFirst().definition().settings().stream()
                .noneMatch(s -> s.sensitive() && s.value().isPresent()));
        assertFalse(contents().runs().getFirst().plan().contains("memory://"));
    }

    @Test
    void writesItsReportForMachines() throws Exception {
        Lab.fill(lab.source(), "orders", 2, 30);

        var json = lab.backup(lab.plan("orders")).json();

        assertEquals("complete", json.get("outcome").asText());
        assertEquals(30, json.get("messages").asLong());
        assertEquals(2, json.get("channels").get(0).get("contentHashes").size());
    }

    private void timed(String channel, long... times) throws Exception {
        lab.source().create(channel, 1);
        for (long time : times) {
            lab.source().publish(channel, Message.at(0, 0, 0).timestamp(time, TimestampType.CREATE)
                    .value(Bytes.utf8("at " + time).toArray()).build());
        }
    }

    private List<Long> times() throws Exception {
        try (Archive archive = Archive.open(lab.file())) {
            return Lab.read(archive.session(), MemoryBroker.id("orders")).stream().map(Message::timestamp).toList();
        }
    }

    private DiffReport compare() throws Exception {
        try (Archive archive = Archive.open(lab.file())) {
            return new Diff(new DiffSide("archive", archive.session()), new DiffSide("source", lab.source().connect()))
                    .run(DiffPlan.of(List.of(), Naming.SAME), JobContext.direct());
        }
    }

    private ArchiveContents contents() throws Exception {
        try (Archive archive = Archive.open(lab.file())) {
            return archive.contents();
        }
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
