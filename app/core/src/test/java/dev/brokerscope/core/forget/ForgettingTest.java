package dev.brokerscope.core.forget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.RangeStart;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.RunKind;
import dev.brokerscope.archive.RunOutcome;
import dev.brokerscope.archive.RunSource;
import dev.brokerscope.archive.RunStart;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.core.audit.AuditLog;
import dev.brokerscope.core.forget.ForgetPolicy.Bucket;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgettingTest {

    private static final ForgetPolicy LAST = new ForgetPolicy(Map.of(Bucket.LAST, new Keep(1)), Optional.empty(),
            ZoneOffset.UTC);

    @TempDir
    Path home;

    private Path folder = Path.of("");
    private AuditLog audit = new AuditLog(Path.of(""));

    @BeforeEach
    void setUp() throws Exception {
        folder = Files.createDirectory(home.resolve("backups"));
        audit = new AuditLog(home.resolve("audit.jsonl"));
    }

    private Path archive(String name, String channel, String day) throws Exception {
        Path file = folder.resolve(name);
        try (ArchiveWriter writer = begun(file, channel, day)) {
            writer.checkpoint(MemoryBroker.id(channel), List.of(Position.of(0, 1)));
            writer.finish(RunOutcome.COMPLETE);
            writer.seal();
        }
        return file;
    }

    private static ArchiveWriter begun(Path file, String channel, String day) throws Exception {
        long time = Instant.parse(day + "T03:00:00Z").toEpochMilli();
        ChannelId id = MemoryBroker.id(channel);
        RangeStart range = new RangeStart(Optional.empty(), Optional.empty(), Position.of(0, 0),
                Optional.of(Position.of(0, 1)));
        ChannelStart start = new ChannelStart(id, "1", profile(), new AttributeSchema(List.of()),
                new ChannelDefinition(1, Optional.of(1), List.of()), List.of(range), List.of());
        ArchiveWriter writer = ArchiveWriter.create(file,
                new RunStart(new RunSource("memory", Optional.of("c"), "shop"),
                        RunKind.SNAPSHOT, RunFidelity.VERBATIM, "{}", Bytes.utf8("plan"), Isolation.COMMITTED, "", "",
                        "test",
                        time, time, List.of(start)),
                WriterOptions.standard());
        writer.append(id, Message.at(0, 0, 0).timestamp(time, TimestampType.CREATE).build());
        return writer;
    }

    private static dev.brokerscope.api.channel.ChannelProfile profile() throws Exception {
        MemoryBroker broker = new MemoryBroker("any");
        return broker.connect().describe(broker.create("any", 1)).profile();
    }

    private ForgetReport plan() throws Exception {
        return new Forgetting(audit).plan(folder, LAST, Verification.Level.QUICK, false);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    @Test
    void aPlanDeletesNothing() throws Exception {
        archive("a.msgdb", "orders", "2026-11-20");
        archive("b.msgdb", "orders", "2026-11-21");
        assertEquals(1, plan().forgotten());
        assertEquals(List.of("a.msgdb", "b.msgdb"), files());
    }

    @Test
    void theNewestIsThatOfItsRunNotOfItsFile() throws Exception {
        archive("a.msgdb", "orders", "2026-11-21");
        archive("b.msgdb", "orders", "2026-11-20");
        new Forgetting(audit).carryOut(plan());
        assertEquals(List.of("a.msgdb"), files());
        assertEquals("archive.forget", audit.entries().getFirst().action());
        assertTrue(audit.entries().getFirst().target().endsWith("b.msgdb"));
    }

    @Test
    void archivesOfOtherChannelsDoNotReplaceEachOther() throws Exception {
        archive("a.msgdb", "orders", "2026-11-20");
        archive("b.msgdb", "payments", "2026-11-21");
        assertEquals(2, plan().groups().size());
        assertEquals(0, plan().forgotten());
    }

    @Test
    void aDamagedArchiveIsNeitherDeletedNorCounted() throws Exception {
        archive("a.msgdb", "orders", "2026-11-20");
        Path newest = archive("b.msgdb", "orders", "2026-11-21");
        byte[] bytes = Files.readAllBytes(newest);
        Files.write(newest, java.util.Arrays.copyOf(bytes, bytes.length - 16_384));
        ForgetReport report = new Forgetting(audit).carryOut(plan());
        assertEquals(Outcome.DAMAGED, report.outcome());
        assertEquals(List.of("a.msgdb", "b.msgdb"), files());
    }

    @Test
    void unfinishedArchivesAndForeignFilesStay() throws Exception {
        archive("a.msgdb", "orders", "2026-11-20");
        try (ArchiveWriter writer = begun(folder.resolve("b.msgdb"), "orders", "2026-11-21")) {
            assertFalse(writer.run().channels().isEmpty());
            ForgetReport report = new Forgetting(audit).carryOut(plan());
            assertEquals(Outcome.COMPLETE, report.outcome());
            assertEquals(1, report.untouched().size());
        }
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve("foreign.msgdb"), "not an archive");
        archive("c.msgdb", "orders", "2026-11-22");
        new Forgetting(audit).carryOut(plan());
        assertEquals(List.of("b.msgdb.partial", "c.msgdb", "foreign.msgdb", "notes.txt"),
                files().stream().filter(f -> !f.contains("-wal") && !f.contains("-shm")).toList());
    }

    @Test
    void copiesOfOneArchiveAreSeveral() throws Exception {
        Path one = archive("a.msgdb", "orders", "2026-11-20");
        Files.copy(one, folder.resolve("b.msgdb"));
        assertEquals(1, plan().forgotten());
        new Forgetting(audit).carryOut(plan());
        assertEquals(1, files().size());
    }

    @Test
    void aFolderThatIsLeftEmptyGoesToo() throws Exception {
        Files.createDirectory(folder.resolve("old"));
        archive("old/a.msgdb", "orders", "2026-11-20");
        archive("b.msgdb", "orders", "2026-11-21");
        new Forgetting(audit).carryOut(plan());
        assertEquals(List.of("b.msgdb"), files());
        assertFalse(Files.exists(folder.resolve("old")));
    }

    @Test
    void whatWasInterruptedIsDoneByTheNext() throws Exception {
        archive("a.msgdb", "orders", "2026-11-19");
        archive("b.msgdb", "orders", "2026-11-20");
        archive("c.msgdb", "orders", "2026-11-21");
        ForgetReport plan = plan();
        Files.delete(folder.resolve("a.msgdb"));
        new Forgetting(audit).carryOut(plan);
        assertEquals(List.of("c.msgdb"), files());
    }
}
