package dev.brokerscope.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.RunKind;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.query.Query;
import dev.brokerscope.core.query.QueryRange;
import dev.brokerscope.core.query.QueryRun;
import dev.brokerscope.core.query.QuickFilter;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionBackupTest {

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void setUp() throws Exception {
        lab = new Lab(folder);
        lab.source().create("orders", 2);
        for (int i = 0; i < 40; i++) {
            lab.source()
                    .publish("orders", Message.at(i % 2, 0, 0)
                            .timestamp(1_000L + i, dev.brokerscope.api.message.TimestampType.CREATE)
                            .value((i % 10 == 0 ? "red " + i : "blue " + i).getBytes(StandardCharsets.UTF_8)).build());
        }
    }

    @Test
    void keepsAResultThatWasFoundNewestFirst() throws Exception {
        try (Session session = lab.source().connect(); QueryRun found = found(session, new QueryRange.Newest())) {
            BackupReport report = keep(Selection.all(found.rows()));

            assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
            assertEquals(List.of("red 0", "red 10", "red 20", "red 30"), kept());
        }
        try (Archive archive = Archive.open(lab.file())) {
            ArchiveContents.Run run = archive.contents().runs().getFirst();
            assertEquals(RunKind.SELECTION, run.kind());
            assertEquals(RunFidelity.FILTERED, run.fidelity());
            assertEquals(12, archive.contents().channels().getFirst().partitions().getFirst().coverage().getFirst()
                    .holes());
        }
        assertEquals(Verification.State.SOUND, Archive.verify(lab.file(), Verification.Level.DEEP, (_, _) -> {
        }).state());
    }

    @Test
    void keepsChosenRowsInTheOrderOfPositionsWhateverTheOrderOfChoice() throws Exception {
        try (Session session = lab.source().connect(); QueryRun found = found(session, new QueryRange.Oldest())) {
            keep(Selection.of(found.rows(), List.of(2L, 0L, 3L, 2L)));

            assertEquals(List.of("red 0", "red 20", "red 30"), kept());
        }
    }

    @Test
    void refusesAnEmptySelectionAndLeavesNothing() throws Exception {
        try (Session session = lab.source().connect(); QueryRun found = found(session, new QueryRange.Oldest())) {
            FaultException refused =
                    assertThrows(FaultException.class, () -> keep(Selection.of(found.rows(), List.of())));

            assertEquals(FaultKind.USAGE, refused.kind());
            assertFalse(Files.exists(lab.file()));
        }
    }

    private QueryRun found(Session session, QueryRange range) throws Exception {
        QueryRun run = QueryRun.open(session, Query.newest(MemoryBroker.id("orders")).over(range)
                .filtered(QuickFilter.contains("red")), folder.resolve("cache"), 20, _ -> "");
        run.readMore(100);
        return run;
    }

    private BackupReport keep(Selection selection) throws Exception {
        return new SelectionBackup(lab.backupSource(), new Provenance("Brokerscope test", "tester", ""))
                .run(MemoryBroker.id("orders"), "red ones", selection, lab.file(), JobContext.direct());
    }

    private List<String> kept() throws Exception {
        try (Archive archive = Archive.open(lab.file())) {
            return Lab.read(archive.session(), archive.contents().channels().getFirst().id()).stream()
                    .map(m -> m.value().orElseThrow().utf8()).toList();
        }
    }
}
