package dev.brokerscope.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.AfterTheCut;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.pace.RateLimit;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupReadingTest {

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void setUp() {
        lab = new Lab(folder);
    }

    @Test
    void keepsOnlyWhatMatchesAndSaysWhereItLeftSomethingOut() throws Exception {
        lab.source().create("orders", 1);
        for (String value : List.of("red", "blue", "blue", "red", "green", "red", "blue")) {
            publish("orders", 0, value);
        }
        BackupReport report = lab.backup(filtered("value:red").verifying(Optional.of(Verification.Level.DEEP)));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertEquals(3, report.messages());
        assertEquals(RunFidelity.FILTERED, contents().runs().getFirst().fidelity());
        BackupReport.Channel orders = report.channels().getFirst();
        assertEquals(3, orders.holes());
        assertEquals(Map.of(GapReason.FILTERED, 1L), orders.gaps());
    }

    @Test
    void tellsFilteredPositionsFromThoseThatWereEmptyBefore() throws Exception {
        lab.source().create("orders", 1);
        for (int i = 0; i < 20; i++) {
            publish("orders", 0, i % 4 == 0 ? "red" : "blue");
            if (i == 9) {
                lab.source().hole("orders", 0, 5, GapReason.TRANSACTIONAL);
            }
        }
        publish("orders", 0, "red");

        lab.backup(filtered("red"));

        ArchiveContents.Coverage coverage = coverage();
        assertEquals(20, coverage.holes());
        assertEquals(List.of(GapReason.TRANSACTIONAL),
                coverage.gaps().stream().map(ArchiveContents.Gap::reason).toList());
        assertEquals(Position.of(0, 10), coverage.gaps().getFirst().from());
    }

    @Test
    void aClockThatGoesBackwardsDoesNoHarm() throws Exception {
        Lab.fill(lab.source(), "orders", 2, 500);
        AtomicLong clock = new AtomicLong(2_000_000_000_000L);
        WriterOptions standard = WriterOptions.standard();
        WriterOptions turned = new WriterOptions(standard.workers(), standard.compression(), standard.protection(),
                () -> Instant.ofEpochMilli(clock.addAndGet(-3_600_000)), standard.ids());
        BackupPlan plan = lab.plan("orders").verifying(Optional.of(Verification.Level.DEEP));

        BackupReport report = new Backup(lab.backupSource(), new Provenance("Brokerscope test", "tester", ""), turned)
                .run(plan, JobContext.direct());

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertEquals(Verification.State.SOUND, report.verification().orElseThrow().state());
        assertEquals(500, report.messages());
    }

    @Test
    void twoFiltersAreTwoPlans() throws Exception {
        assertTrue(!PlanText.of(filtered("red")).hash().equals(PlanText.of(filtered("blue")).hash()));
    }

    @Test
    void aLimitOrAnotherCompressionIsStillTheSamePlan() throws Exception {
        BackupPlan plan = lab.plan("orders");
        BackupPlan gentle = plan.reading(plan.reading().limited(RateLimit.parse("1MB/s")))
                .storing(StoreOptions.STANDARD.compressed(Compression.NONE));

        assertEquals(PlanText.of(plan).hash(), PlanText.of(gentle).hash());
    }

    @Test
    void measuresWhichHolesWereAbortedWhenAsked() throws Exception {
        lab.source().create("orders", 2);
        publish("orders", 0, "a");
        lab.source().publishAborted("orders", Message.at(0, 0, 0).build());
        lab.source().publishAborted("orders", Message.at(0, 0, 0).build());
        lab.source().hole("orders", 0, 1, GapReason.TRANSACTIONAL);
        lab.source().publishAborted("orders", Message.at(1, 0, 0).build());

        BackupPlan plan = lab.plan("orders");
        BackupReport report = lab.backup(plan.reading(plan.reading().measuringAborted(true)));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertEquals(Map.of(GapReason.ABORTED, 3L, GapReason.TRANSACTIONAL, 1L), report.channels().getFirst().gaps());
    }

    @Test
    void readsHundredsOfPartitionsAFewAtATime() throws Exception {
        lab.source().create("wide", 300);
        List<Message> sent = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            sent.add(publish("wide", i % 300, "message " + i));
        }
        BackupReport report = lab.backup(lab.plan("wide"));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertEquals(sent.size(), report.messages());
        assertEquals(300, report.channels().getFirst().hashes().size());
    }

    @Test
    void twoBackupsOfTheSameMessagesHaveTheSameHashesWhateverTheCompression() throws Exception {
        Lab.fill(lab.source(), "orders", 40, 2_000);
        BackupPlan plan = lab.plan("orders");
        Map<Integer, ?> zstd = lab.backup(plan).channels().getFirst().hashes();
        long small = Files.size(lab.file());
        Files.delete(lab.file());

        BackupReport plain = lab.backup(plan.storing(StoreOptions.STANDARD.compressed(Compression.NONE)));

        assertEquals(zstd, plain.channels().getFirst().hashes());
        assertTrue(plain.archiveBytes() > small);
        assertEquals(Verification.State.SOUND, plain.verification().orElseThrow().state());
    }

    @Test
    void aChannelThatWasMadeAnewBehindOthersIsNotTakenForTheOldOne() throws Exception {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Lab.fill(lab.source(), "c" + i, 1, 30);
            slices.add(Slice.whole(MemoryBroker.id("c" + i)));
        }
        BackupReport report = lab.backup(BackupPlan.of(slices, lab.file()), new AfterTheCut(() -> {
            lab.source().delete("c7");
            Lab.fill(lab.source(), "c7", 1, 30);
        }));

        assertEquals(Outcome.INCOMPLETE, report.outcome());
        assertTrue(report.incomplete().getFirst().contains("c7 was deleted and created anew"), report.summary());
        assertEquals(7 * 30, report.messages());
    }

    private BackupPlan filtered(String words) throws FaultException {
        BackupPlan plan = lab.plan("orders");
        return plan.reading(plan.reading().filtered(Optional.of(FilterWords.parse(words))));
    }

    private Message publish(String channel, int partition, String value) throws FaultException {
        Message message = Message.at(partition, 0, 0).value(value.getBytes(StandardCharsets.UTF_8)).build();
        lab.source().publish(channel, message);
        return message;
    }

    private ArchiveContents contents() throws FaultException {
        try (Archive archive = Archive.open(lab.file())) {
            return archive.contents();
        }
    }

    private ArchiveContents.Coverage coverage() throws FaultException {
        return contents().channels().getFirst().partitions().getFirst().coverage().getFirst();
    }
}
