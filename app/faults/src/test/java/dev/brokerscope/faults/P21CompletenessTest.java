package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.mutation.Forger;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P21: *complete* means that every dense position in the range is a message, a hole of a block or an explained gap.
class P21CompletenessTest {

    private static final List<String> UNEXPLAINED = List.of(
            "UPDATE block SET holes = holes - 1, count = count + 1 WHERE holes > 0 AND block_id % 2 = 0",
            "UPDATE block SET hole_reason = NULL WHERE holes > 0",
            "UPDATE range SET begin_lo = begin_lo + 1",
            "UPDATE range SET end_lo = end_lo + 1",
            "UPDATE range SET next_lo = next_lo + 1, end_lo = end_lo + 1",
            "DELETE FROM gap WHERE NOT EXISTS (SELECT 1 FROM block b WHERE b.partition_id = gap.partition_id"
                    + " AND (b.first_hi, b.first_lo) <= (gap.from_hi, gap.from_lo)"
                    + " AND (gap.next_hi, gap.next_lo) <= (b.next_hi, b.next_lo))");

    @TempDir
    Path folder;

    @Test
    void everyPositionIsAccountedFor() throws Exception {
        Campaign.of("P21", "archives with holes of any kind", 60, 1_500).run((random, _) -> {
            Path file = written(random, 3 + random.nextInt(40));
            assertEquals(List.of(), Held.verify(file, Verification.Level.DEEP).problems());
            try (Archive archive = Archive.open(file)) {
                for (ArchiveContents.Channel channel : archive.contents().channels()) {
                    for (ArchiveContents.Partition partition : channel.partitions()) {
                        partition.coverage().forEach(P21CompletenessTest::demandAll);
                    }
                }
            }
            Held.delete(file.getParent());
        });
    }

    /// Counted here once more, by what the archive tells everybody.
    private static void demandAll(ArchiveContents.Coverage coverage) {
        long positions = coverage.next().lo() - coverage.begin().lo();
        long outside = coverage.gaps().stream().mapToLong(g -> g.next().lo() - g.from().lo()).sum();
        assertTrue(coverage.messages() + coverage.holes() <= positions, coverage.toString());
        assertTrue(coverage.messages() + coverage.holes() + outside >= positions, coverage.toString());
    }

    @Test
    void whatIsUnexplainedIsFoundAtTheFirstLook() throws Exception {
        Campaign.of("P21", "archives with an unexplained position", 120, 3_000).run((random, _) -> {
            Path file = written(random, 7);
            String what = UNEXPLAINED.get(random.nextInt(UNEXPLAINED.size()));
            int changed;
            try (Connection db = Forger.open(file); Statement statement = db.createStatement()) {
                changed = statement.executeUpdate(what);
            }
            try {
                Forger.rootAndTrailer(file);
            } catch (FaultException doesNotEvenOpen) {
                Forger.trailer(file);
            }
            Verification.State state = Held.verify(file, Verification.Level.QUICK).state();
            assertEquals(changed == 0 ? Verification.State.SOUND : Verification.State.DAMAGED, state, what);
            Held.delete(file.getParent());
        });
    }

    private Path written(SplittableRandom random, int holeEvery) throws Exception {
        Path file = Files.createTempDirectory(folder, "complete").resolve("a.msgdb");
        Workload workload = new Workload(1 + random.nextInt(3), 1 + random.nextInt(1_500), 300 + random.nextInt(900),
                holeEvery, 0);
        BackupChild.run(new GeneratedSession(workload), BackupChild.plan(file), JobContext.direct());
        return file;
    }
}
