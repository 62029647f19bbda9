package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.testkit.Readout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands in the file beside the messages.
class FormatTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a.msgdb");
    }

    @Test
    void opensWithAnySqliteTool() throws Exception {
        TestArchives.write(file, TestArchives.messages(800, 2), 2);
        byte[] before = Files.readAllBytes(file);
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            assertEquals("ok", one(statement, "PRAGMA integrity_check"));
            assertEquals("800", one(statement, "SELECT sum(messages) FROM coverage"));
            assertEquals("orders", one(statement, "SELECT DISTINCT channel FROM coverage"));
        }
        assertEquals(Bytes.wrap(before), Bytes.wrap(Files.readAllBytes(file)), "looking changed the file");
    }

    private static String one(Statement statement, String sql) throws Exception {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void tellsTheRunAndItsChannelsAsTheyWereStarted() throws Exception {
        List<Message> messages = TestArchives.messages(300, 2);
        RunStart run = TestArchives.run(messages, 2);
        try (ArchiveWriter writer = ArchiveWriter.create(file, run, TestArchives.options())) {
            assertEquals(run, writer.run());
            TestArchives.append(writer, messages);
            TestArchives.complete(writer);
        }
        try (Archive archive = Archive.open(file)) {
            ArchiveContents contents = archive.contents();
            ArchiveContents.Run read = contents.runs().getFirst();
            assertEquals(RunState.COMPLETE, read.state());
            assertEquals(run.source(), read.source());
            assertEquals(run.plan(), read.plan());
            assertEquals(OptionalLong.of(run.cutAt()), read.cutAt());
            ArchiveContents.Channel channel = contents.channels().getFirst();
            ChannelStart start = run.channels().getFirst();
            assertEquals(start.profile(), channel.profile());
            assertEquals(start.attributes(), channel.attributes());
            assertEquals(start.definition(), channel.definition());
            assertEquals(start.groups(), channel.groups());
            assertEquals("incarnation-1", channel.incarnation());
            assertTrue(contents.seal() instanceof ArchiveContents.Seal.Sealed);
        }
    }

    @Test
    void coversWhatItHolds() throws Exception {
        List<Message> messages = TestArchives.messages(300, 2);
        TestArchives.write(file, messages, 2);
        try (Archive archive = Archive.open(file)) {
            List<Message> first = messages.stream().filter(m -> m.partition() == 0).toList();
            ArchiveContents.Coverage coverage = archive.contents().channels().getFirst().partitions().getFirst()
                    .coverage().getFirst();
            assertEquals(first.size(), coverage.messages());
            assertEquals(first.stream().filter(m -> m.value().isEmpty()).count(), coverage.tombstones());
            assertEquals(first.stream().mapToLong(Message::timestamp).min(), coverage.timeMin());
            assertEquals(first.stream().mapToLong(Message::timestamp).max(), coverage.timeMax());
        }
    }

    @Test
    void keepsEmptyPartitions() throws Exception {
        TestArchives.write(file, List.of(Message.at(1, 0, 0).build()), 4);
        try (Archive archive = Archive.open(file)) {
            assertEquals(4, archive.session().describe(TestArchives.ORDERS).partitions().size());
            assertEquals(1, TestArchives.read(archive).messages().size());
        }
    }

    @Test
    void neverKeepsASensitiveSetting() throws Exception {
        TestArchives.write(file, TestArchives.messages(60, 1), 1);
        try (Archive archive = Archive.open(file)) {
            assertTrue(archive.contents().channels().getFirst().definition().settings().stream()
                    .filter(s -> s.sensitive()).allMatch(s -> s.value().isEmpty()));
        }
    }

    @Test
    void carriesSchemasWithReferencesAndSubjects() throws Exception {
        RegisteredSchema customer = new RegisteredSchema(SchemaId.of("id", 41), "http://registry", "AVRO", "\"string\"",
                List.of(), List.of());
        RegisteredSchema order = new RegisteredSchema(SchemaId.of("id", 42), "http://registry", "AVRO", "{\"type\":…}",
                List.of(new RegisteredSchema.Reference("Zeta", customer),
                        new RegisteredSchema.Reference("Alpha", customer)),
                List.of(new RegisteredSchema.SubjectVersion("orders-value", 7)));
        List<Message> messages = TestArchives.messages(60, 1);
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(messages, 1),
                TestArchives.options())) {
            TestArchives.append(writer, messages);
            writer.schema(TestArchives.ORDERS, Sample.Side.VALUE, order, 10);
            writer.schema(TestArchives.ORDERS, Sample.Side.VALUE, order, 5);
            writer.missingSchema(TestArchives.ORDERS, Sample.Side.KEY, "http://registry", SchemaId.of("id", 43), 1);
            TestArchives.complete(writer);
        }
        try (Archive archive = Archive.open(file)) {
            assertEquals(order, archive.schemas().find(SchemaId.of("id", 42)));
            assertEquals(FaultKind.NOT_FOUND, assertThrows(FaultException.class,
                    () -> archive.schemas().find(SchemaId.of("id", 43))).kind());
            assertEquals(List.of(1L, 15L), archive.contents().channels().getFirst().schemas().stream()
                    .map(ArchiveContents.SchemaUse::count).toList());
        }
    }

    @Test
    void keepsEventsOfTheRun() throws Exception {
        List<Message> messages = TestArchives.messages(60, 1);
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(messages, 1),
                TestArchives.options())) {
            TestArchives.append(writer, messages);
            writer.event(TestArchives.ORDERS, new CursorEvent.Notice(CursorEvent.Notice.Kind.RECONNECTED,
                    OptionalInt.of(0), "the broker went away"));
            writer.event("registry-unavailable", "no answer");
            TestArchives.complete(writer);
        }
        try (Archive archive = Archive.open(file)) {
            assertEquals(List.of("reconnected", "registry-unavailable"), archive.contents().runs().getFirst().events()
                    .stream().map(ArchiveContents.Event::kind).toList());
        }
    }

    @Test
    void isNotCompleteWhereThePluginSkippedPositionsSilently() throws Exception {
        List<Message> messages = List.of(Message.at(0, 0, 0).build(), Message.at(0, 0, 9).build());
        TestArchives.write(file, messages, 1);
        try (Archive archive = Archive.open(file)) {
            assertEquals(RunState.COMPLETE_WITH_GAPS, archive.contents().runs().getFirst().state());
            assertEquals(GapReason.UNREADABLE, TestArchives.read(archive).gaps().getFirst().reason());
        }
    }

    @Test
    void findsTimesThoughTheyDoNotAscend() throws Exception {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            long time = i % 1_000 == 500 ? 1_000_000 : i;
            messages.add(Message.at(0, 0, i).timestamp(time, TimestampType.CREATE).value(new byte[400]).build());
        }
        TestArchives.write(file, messages, 1);
        try (Archive archive = Archive.open(file)) {
            assertTrue(archive.contentCuts(TestArchives.ORDERS, 0).size() > 3);
            for (long[] wanted : new long[][]{{0, 0}, {499, 499}, {501, 500}, {1_000_000, 500}}) {
                Readout from = Readout.of(archive.session(),
                        OpenRequest.everything(TestArchives.ORDERS).from(new Start.AtTime(wanted[0])));
                assertEquals(wanted[1], from.messages().getFirst().positionLo());
            }
            assertEquals(List.of(), Readout.of(archive.session(),
                    OpenRequest.everything(TestArchives.ORDERS).from(new Start.AtTime(1_000_001))).messages());
        }
    }

    @Test
    void showsAnOlderIncarnationUnderANameOfItsOwn() throws Exception {
        List<RangeStart> nothing = List.of(TestArchives.range(Position.of(0, 0), Position.of(0, 0)));
        ChannelStart newer = TestArchives.channel(TestArchives.ORDERS, nothing);
        ChannelStart older = new ChannelStart(newer.channel(), "incarnation-0", newer.profile(), newer.attributes(),
                newer.definition(), nothing, List.of());
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(older, newer),
                TestArchives.options())) {
            writer.finish(RunOutcome.COMPLETE);
            writer.seal();
        }
        try (Archive archive = Archive.open(file)) {
            assertEquals(List.of("orders", "orders~1"),
                    archive.contents().channels().stream().map(c -> c.id().name()).toList());
            assertEquals("incarnation-1", archive.session().describe(TestArchives.ORDERS).incarnation());
        }
    }

    @Test
    void cutsLikeAHasherOfAnotherStream() throws Exception {
        List<Message> messages = TestArchives.messages(900, 1);
        TestArchives.write(file, messages, 1);
        try (Archive archive = Archive.open(file)) {
            ContentHasher hasher = new ContentHasher(TestArchives.ATTRIBUTES, ContentMask.ALL);
            int next = 0;
            for (ContentCut cut : archive.contentCuts(TestArchives.ORDERS, 0)) {
                for (long i = 0; i < cut.count(); i++) {
                    hasher.add(messages.get(next++).movedTo(5, 3, next).build());
                }
                assertEquals(cut.hash(), hasher.cut());
            }
            assertEquals(messages.size(), next);
        }
    }

    @Test
    void countsOnlyThePartsThatTheMaskLeaves() {
        Message one = Message.at(0, 0, 0).timestamp(1, TimestampType.CREATE).value(new byte[]{1}).build();
        Message other = Message.at(0, 0, 0).timestamp(2, TimestampType.APPEND).value(new byte[]{1}).build();
        assertTrue(!hash(one, ContentMask.ALL).equals(hash(other, ContentMask.ALL)));
        assertEquals(hash(one, ContentMask.ALL.withoutTimestamp()), hash(other, ContentMask.ALL.withoutTimestamp()));
    }

    private static Bytes hash(Message message, ContentMask mask) {
        ContentHasher hasher = new ContentHasher(TestArchives.ATTRIBUTES, mask);
        hasher.add(message);
        return hasher.cut();
    }

    @Test
    void sealsTheHashOfItsDump() throws Exception {
        TestArchives.write(file, TestArchives.messages(200, 2), 2);
        try (Archive archive = Archive.open(file)) {
            StringBuilder dump = new StringBuilder();
            archive.dump(dump);
            Bytes root = Bytes.wrap(Sha.start().digest(dump.toString().getBytes(StandardCharsets.UTF_8)));
            assertEquals(Optional.of(root),
                    archive.contents().seal() instanceof ArchiveContents.Seal.Sealed(long _, Bytes stated)
                            ? Optional.of(stated)
                            : Optional.empty());
        }
    }
}
