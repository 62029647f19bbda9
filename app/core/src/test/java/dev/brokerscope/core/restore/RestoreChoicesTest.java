package dev.brokerscope.core.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemorySession;
import dev.brokerscope.testkit.MessageContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a plan can choose beside names and slices.
class RestoreChoicesTest {

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void setUp() throws Exception {
        lab = new Lab(folder);
        Lab.fill(lab.source(), "orders", 2, 40);
        lab.backup(lab.plan("orders"));
    }

    @Test
    void renamesByPattern() throws Exception {
        lab.restore(lab.restorePlan().named(Naming.SAME.renaming("ord*", "old.*.copy")));

        assertEquals(contents(lab.source(), "orders"), contents(lab.target(), "old.ers.copy"));
    }

    @Test
    void writesOnlyWhatTheFilterKeeps() throws Exception {
        lab.source().create("words", 1);
        for (String word : List.of("apple", "pear", "pineapple")) {
            lab.source().publish("words", Message.at(0, 0, 0).value(Bytes.utf8(word).toArray()).build());
        }
        lab = again("words");

        RestoreReport report = lab.restore(lab.restorePlan().filtered(Optional.of(FilterWords.parse("apple"))));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(List.of("apple", "pineapple"), values("words"));
    }

    @Test
    void mapsPartitionsOneByOne() throws Exception {
        PartitionMap map = map("0=3 # far away\n*=1\n");

        RestoreReport report = lab.restore(lab.restorePlan().mapped(map));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(4, lab.target().connect().describe(MemoryBroker.id("orders")).partitions().size());
        assertEquals(contents(lab.source(), "orders", 0), contents(lab.target(), "orders", 3));
        assertEquals(contents(lab.source(), "orders", 1), contents(lab.target(), "orders", 1));
    }

    @Test
    void blocksAMapThatDoesNotSayWhereAPartitionGoes() throws Exception {
        DryRun run = lab.rehearse(lab.restorePlan().mapped(map("{\"0\": 0}")));

        assertEquals(Optional.of("partitions.unmapped"), run.preflight().blocker().map(Finding::code));
    }

    @Test
    void blocksAMapIntoPartitionsThatAreNotThere() throws Exception {
        lab.target().create("orders", 2);

        DryRun run = lab.rehearse(lab.restorePlan().mapped(map("0=5\n*=0")));

        assertEquals(Optional.of("partitions.map-range"), run.preflight().blocker().map(Finding::code));
    }

    @Test
    void namesTheLineOfAMapThatItCannotRead() {
        FaultException fault = assertThrows(FaultException.class, () -> map("0=1\nzero=two"));

        assertEquals(FaultKind.USAGE, fault.kind());
        assertTrue(fault.fault().message().contains("zero=two"), fault.fault().message());
    }

    @Test
    void deletesNothingWithoutAWord() throws Exception {
        Lab.fill(lab.target(), "orders", 1, 3);

        FaultException fault = assertThrows(FaultException.class,
                () -> lab.restore(lab.restorePlan().into(IntoExisting.RECREATE, true)));

        assertEquals("target.recreate-unconfirmed", fault.fault().code());
        assertTrue(fault.fault().message().contains("orders (3 messages)"), fault.fault().message());
        assertEquals(3, contents(lab.target(), "orders").size());
    }

    @Test
    void makesTheTargetAnewOnceThatWasAgreedTo() throws Exception {
        Lab.fill(lab.target(), "orders", 1, 3);

        RestoreReport report = lab.restore(lab.restorePlan().into(IntoExisting.RECREATE, true).confirmed(true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(contents(lab.source(), "orders"), contents(lab.target(), "orders"));
    }

    @Test
    void refusesTransactionsWhereTheTargetKnowsNone() {
        FaultException fault = assertThrows(FaultException.class,
                () -> lab.restore(lab.restorePlan().transactional(true)));

        assertEquals("target.no-transactions", fault.fault().code());
    }

    @Test
    void showsBeforehandWhereGroupsWouldStand() throws Exception {
        lab.source().groups().commit("billing", "orders", Position.of(0, 7), "");
        lab.source().groups().commit("busy", "orders", Position.of(1, 2), "");
        lab = again("orders");
        Lab.fill(lab.target(), "orders", 2, 10);
        lab.target().groups().commit("busy", "orders", Position.of(0, 0), "");
        lab.target().groups().active("busy", true);
        long standing = contents(lab.target(), "orders", 0).size();

        List<RestoreReport.Group> groups =
                lab.rehearse(lab.restorePlan().into(IntoExisting.APPEND, true).with(true, true)).groups();

        assertEquals(List.of("orders, partition 0: 7 → " + (standing + 7)), groups.getFirst().positions());
        assertTrue(groups.getFirst().set());
        assertFalse(groups.getLast().set());
    }

    @Test
    void anUndoDeletesWhatTheRestoreCreated() throws Exception {
        UndoPlan undo = restoredToUndo();

        UndoReport report = undo(undo);

        assertEquals(1, report.count(UndoReport.State.DELETED), report.text());
        assertThrows(FaultException.class, () -> lab.target().connect().describe(MemoryBroker.id("orders")));
    }

    @Test
    void anUndoKeepsWhatOthersWroteInto() throws Exception {
        UndoPlan undo = restoredToUndo();
        lab.target().publish("orders", Message.at(0, 0, 0).build());

        UndoReport report = undo(undo);

        assertEquals(1, report.count(UndoReport.State.KEPT), report.text());
        assertEquals(41, contents(lab.target(), "orders").size());
    }

    @Test
    void anUndoKeepsWhatWasThereBefore() throws Exception {
        lab.target().create("orders", 2);
        UndoPlan undo = restoredToUndo();

        assertEquals(1, undo(undo).count(UndoReport.State.KEPT));
    }

    @Test
    void anUndoKeepsANamesakeMadeSince() throws Exception {
        UndoPlan undo = restoredToUndo();
        lab.target().delete("orders");
        lab.target().create("orders", 2);

        assertEquals(1, undo(undo).count(UndoReport.State.KEPT));
    }

    @Test
    void keepsTheReportsOfEarlierRuns() throws Exception {
        lab.restore(lab.restorePlan());
        lab.restore(lab.restorePlan().into(IntoExisting.APPEND, true));

        try (var files = Files.list(lab.journals().resolve(lab.restorePlan().id()))) {
            assertEquals(2, files.filter(f -> f.getFileName().toString().matches("report-.*\\.html")).count());
        }
    }

    @Test
    void checksTheWholeArchiveBeforeAnythingIsCreated() throws Exception {
        byte[] bytes = Files.readAllBytes(lab.file());
        byte[] needle = partOfABlock();
        int at = indexOf(bytes, needle);
        bytes[at + needle.length / 2] ^= 1;
        Files.write(lab.file(), bytes);

        FaultException fault = assertThrows(FaultException.class, () -> lab.restore(lab.restorePlan()));

        assertEquals(FaultKind.CORRUPT, fault.kind());
        assertThrows(FaultException.class, () -> lab.target().connect().describe(MemoryBroker.id("orders")));
    }

    private byte[] partOfABlock() throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + lab.file());
                ResultSet rows = db.createStatement()
                        .executeQuery("SELECT substr(data, 1, 40) FROM frame ORDER BY length(data) DESC LIMIT 1")) {
            assertTrue(rows.next());
            return rows.getBytes(1);
        }
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i + what.length <= in.length; i++) {
            if (java.util.Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("not in the file");
    }

    private UndoPlan restoredToUndo() throws Exception {
        lab.restore(lab.restorePlan());
        return UndoPlan.read(lab.journals().resolve(lab.restorePlan().id()).resolve("report.json"));
    }

    private UndoReport undo(UndoPlan plan) throws Exception {
        try (MemorySession session = lab.target().connect()) {
            return new Undo().run(plan, session, JobContext.direct());
        }
    }

    private PartitionMap map(String text) throws Exception {
        return PartitionMap.read(Files.writeString(folder.resolve("map"), text));
    }

    /// The same brokers, backed up once more.
    private Lab again(String channel) throws Exception {
        Lab other = new Lab(Files.createDirectory(folder.resolve("again")), lab.source());
        other.backup(other.plan(channel));
        return other;
    }

    private List<String> values(String channel) throws Exception {
        return Lab.read(lab.target().connect(), MemoryBroker.id(channel)).stream()
                .map(m -> m.value().orElseThrow().utf8()).toList();
    }

    private static List<MessageContent> contents(MemoryBroker broker, String channel) throws Exception {
        return Lab.read(broker.connect(), MemoryBroker.id(channel)).stream().map(MessageContent::of).toList();
    }

    private static List<MessageContent> contents(MemoryBroker broker, String channel, int partition)
            throws Exception {
        return Lab.read(broker.connect(), MemoryBroker.id(channel)).stream().filter(m -> m.partition() == partition)
                .map(m -> MessageContent.of(m.movedTo(0, m.positionHi(), m.positionLo()).build())).toList();
    }
}
