package dev.brokerscope.core.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.core.diff.Difference;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemorySession;
import dev.brokerscope.testkit.MessageContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void setUp() {
        lab = new Lab(folder);
    }

    @Test
    void theWholeRoundTripIsEqualInEveryField() throws Exception {
        Lab.fill(lab.source(), "orders", 3, 400);
        lab.source().publish("orders", Message.at(1, 0, 0).timestamp(5, TimestampType.CREATE)
                .attribute(new AttributeValue.Whole(7)).build());
        lab.backup(lab.plan("orders"));

        RestoreReport report = lab.restore(lab.restorePlan());

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(401, report.written());
        assertTrue(report.comparison().orElseThrow().equal());
        assertEquals(contents(lab.source(), "orders"), contents(lab.target(), "orders"));
        assertEquals(attributes(lab.source(), "orders"), attributes(lab.target(), "orders"));
    }

    @Test
    void createsMissingChannelsWithTheirSettingsAndPartitions() throws Exception {
        lab.source().create("orders", 5, Map.of("retention.ms", "-1", "cleanup.policy", "compact"));
        lab.source().publish("orders", Message.at(3, 0, 0).build());
        lab.backup(lab.plan("orders"));

        RestoreReport report = lab.restore(lab.restorePlan());

        assertTrue(report.channels().getFirst().created());
        var details = lab.target().connect().describe(MemoryBroker.id("orders"));
        assertEquals(5, details.partitions().size());
        var definition = lab.target().connect().extension(dev.brokerscope.api.broker.ChannelDefinitions.class)
                .orElseThrow().define(MemoryBroker.id("orders"));
        assertTrue(definition.settings().stream().anyMatch(
                s -> s.name().equals("cleanup.policy") && s.value().equals(Optional.of("compact"))));
    }

    @Test
    void restoresRenamedAndPrefixed() throws Exception {
        Lab.fill(lab.source(), "orders", 2, 30);
        Lab.fill(lab.source(), "payments", 1, 10);
        lab.backup(lab.plan("orders", "payments"));

        RestoreReport report = lab.restore(lab.restorePlan()
                .named(Naming.prefixed("r.").renaming("orders", "orders.copy")));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(contents(lab.source(), "orders"), contents(lab.target(), "orders.copy"));
        assertEquals(contents(lab.source(), "payments"), contents(lab.target(), "r.payments"));
    }

    @Test
    void warnsOfTimesBefore1970AtTheChannelThatHasThem() throws Exception {
        Lab.fill(lab.source(), "a", 1, 5);
        lab.source().create("b", 1);
        lab.source().publish("b", Message.at(0, 0, 0).timestamp(-7, TimestampType.CREATE).build());
        lab.backup(lab.plan("a", "b"));

        List<Finding> negative = lab.rehearse(lab.restorePlan()).preflight().findings().stream()
                .filter(f -> f.code().equals("timestamp.negative")).toList();

        assertEquals(List.of(MemoryBroker.id("b")), negative.stream().map(Finding::channel).toList());
    }

    @Test
    void restoresOnlyTheSlicesAskedFor() throws Exception {
        Lab.fill(lab.source(), "orders", 2, 40);
        Lab.fill(lab.source(), "payments", 1, 10);
        lab.backup(lab.plan("orders", "payments"));

        RestoreReport report = lab.restore(lab.restorePlan()
                .only(List.of(Slice.whole(MemoryBroker.id("orders")).only(Set.of(1)))));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertTrue(contents(lab.target(), "orders").size() < 40);
        assertThrows(FaultException.class, () -> lab.target().connect().describe(MemoryBroker.id("payments")));
    }

    @Test
    void refusesATargetThatHoldsMessages() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        Lab.fill(lab.target(), "orders", 1, 3);
        lab.backup(lab.plan("orders"));

        FaultException fault = assertThrows(FaultException.class, () -> lab.restore(lab.restorePlan()));

        assertEquals(FaultKind.REFUSED, fault.kind());
        assertEquals("target.not-empty", fault.fault().code());
        assertEquals(3, contents(lab.target(), "orders").size());
    }

    @Test
    void appendsWhereThatIsAskedForAndComparesWhatItWrote() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        Lab.fill(lab.target(), "orders", 1, 3);
        lab.backup(lab.plan("orders"));

        RestoreReport report = lab.restore(lab.restorePlan().into(RestorePlan.IntoExisting.APPEND, true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(13, contents(lab.target(), "orders").size());
    }

    @Test
    void refusesToCreateWhereThatIsNotWanted() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        lab.backup(lab.plan("orders"));

        FaultException fault = assertThrows(FaultException.class,
                () -> lab.restore(lab.restorePlan().into(RestorePlan.IntoExisting.REFUSE, false)));

        assertEquals("target.missing", fault.fault().code());
        assertTrue(lab.target().connect().list(Optional.empty(), dev.brokerscope.api.broker.ListQuery.ALL).items()
                .isEmpty());
    }

    @Test
    void refusesAnotherClusterThanThePlanIsFor() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        lab.backup(lab.plan("orders"));

        FaultException fault = assertThrows(FaultException.class,
                () -> lab.restore(RestorePlan.of(lab.file(), Optional.of("memory-production"))));

        assertEquals("cluster.other", fault.fault().code());
    }

    @Test
    void aDryRunShowsEverythingAndWritesNothing() throws Exception {
        lab.source().create("orders", 1, Map.of("retention.ms", "1000"));
        lab.source().publish("orders", Message.at(0, 0, 0).timestamp(1, TimestampType.CREATE)
                .key(Bytes.utf8("k").toArray()).build());
        lab.backup(lab.plan("orders"));

        DryRun run = lab.rehearse(lab.restorePlan().named(Naming.prefixed("r.")));

        assertEquals(1, run.messages());
        assertEquals("r.orders", run.channels().getFirst().to().text());
        assertFalse(run.channels().getFirst().exists());
        assertTrue(codes(run).contains("retention.deletes"), codes(run).toString());
        assertTrue(codes(run).contains("archive.sound"));
        assertTrue(run.fidelity().lines().stream().anyMatch(l -> l.part().equals("Null and empty")
                && l.detail().contains("1 tombstone")), run.fidelity().toString());
        assertEquals("r.orders", run.json().get("channels").get(0).get("to").asText());
        assertTrue(lab.target().connect().list(Optional.empty(), dev.brokerscope.api.broker.ListQuery.ALL).items()
                .isEmpty());
    }

    @Test
    void aFixIsAppliedToTheChannelThatIsCreated() throws Exception {
        lab.source().create("orders", 1, Map.of("retention.ms", "1000"));
        lab.source().publish("orders", Message.at(0, 0, 0).timestamp(1, TimestampType.CREATE).build());
        lab.backup(lab.plan("orders"));
        RestorePlan fixed = lab.restorePlan().fixing(Set.of("retention.deletes"));

        assertTrue(codes(lab.rehearse(fixed)).contains("fixed.retention.deletes"));
        assertFalse(codes(lab.rehearse(fixed)).contains("retention.deletes"));
        lab.restore(fixed);

        assertTrue(lab.target().connect().extension(dev.brokerscope.api.broker.ChannelDefinitions.class).orElseThrow()
                .define(MemoryBroker.id("orders")).settings().stream()
                .anyMatch(s -> s.name().equals("retention.ms") && s.value().equals(Optional.of("-1"))));
    }

    @Test
    void refusesADamagedArchive() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        lab.backup(lab.plan("orders"));
        byte[] bytes = Files.readAllBytes(lab.file());
        Files.write(lab.file(), java.util.Arrays.copyOf(bytes, bytes.length - 16_384));

        FaultException fault = assertThrows(FaultException.class, () -> lab.restore(lab.restorePlan()));

        assertTrue(fault.kind() == FaultKind.CORRUPT || fault.fault().code().equals("archive.damaged"),
                fault.fault().toString());
    }

    @Test
    void refusesChannelsThatTheArchiveDoesNotHold() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        lab.backup(lab.plan("orders"));

        FaultException fault = assertThrows(FaultException.class,
                () -> lab.restore(lab.restorePlan().only(List.of(Slice.whole(MemoryBroker.id("nowhere"))))));

        assertEquals("archive.channel-missing", fault.fault().code());
        assertTrue(fault.fault().remedy().contains("orders"));
    }

    @Test
    void refusesTwoChannelsUnderOneName() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        Lab.fill(lab.source(), "payments", 1, 10);
        lab.backup(lab.plan("orders", "payments"));

        FaultException fault = assertThrows(FaultException.class,
                () -> lab.restore(lab.restorePlan().named(Naming.SAME.renaming("orders", "payments"))));

        assertEquals("target.duplicate", fault.fault().code());
    }

    @Test
    void namesTheFirstMessageThatTheTargetRefuses() throws Exception {
        lab.source().create("orders", 1);
        for (int i = 0; i < 20; i++) {
            lab.source().publish("orders", Message.at(0, 0, 0).value(Bytes.utf8("m" + i).toArray()).build());
        }
        lab.backup(lab.plan("orders"));
        lab.target().script().decline("orders", m -> m.positionLo() == 7,
                Fault.of(FaultKind.REJECTED, "no", "The broker declined the message.", ""));

        RestoreReport report = lab.restore(lab.restorePlan());

        assertEquals(19, report.written());
        assertEquals(1, report.failed());
        assertEquals("partition 0, 7: The broker declined the message.",
                report.channels().getFirst().firstFailure().orElseThrow());
        assertEquals(Outcome.DIFFERENT, report.outcome());
        Difference first = report.comparison().orElseThrow().first().orElseThrow();
        assertEquals(Optional.of("7"), first.positionA());
        assertEquals("value", first.field());
    }

    @Test
    void translatesGroupsToTheFirstRestoredMessageAtOrAfter() throws Exception {
        lab.source().create("orders", 2);
        for (int i = 0; i < 6; i++) {
            lab.source().publish("orders", Message.at(0, 0, 0).value(Bytes.utf8("m" + i).toArray()).build());
        }
        lab.source().hole("orders", 0, 10, GapReason.COMPACTED);
        lab.source().publish("orders", Message.at(0, 0, 0).value(Bytes.utf8("m16").toArray()).build());
        lab.source().publish("orders", Message.at(1, 0, 0).build());
        lab.source().erase("orders", Position.of(0, 2), GapReason.COMPACTED);
        lab.source().groups().commit("exact", "orders", Position.of(0, 4), "kept");
        lab.source().groups().commit("hole", "orders", Position.of(0, 2), "");
        lab.source().groups().commit("gap", "orders", Position.of(0, 9), "");
        lab.source().groups().commit("end", "orders", Position.of(0, 17), "");
        lab.source().groups().commit("end", "orders", Position.of(1, 1), "");
        lab.backup(lab.plan("orders"));

        RestoreReport report = lab.restore(lab.restorePlan().with(true, true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(Map.of("exact", List.of(Position.of(0, 3)), "hole", List.of(Position.of(0, 2)), "gap",
                List.of(Position.of(0, 5)), "end", List.of(Position.of(0, 6), Position.of(1, 1))), groups());
    }

    @Test
    void saysWhichGroupCouldNotBeSet() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        lab.source().groups().commit("billing", "orders", Position.of(0, 4), "");
        lab.backup(lab.plan("orders"));
        lab.target().groups().active("billing", true);

        RestoreReport report = lab.restore(lab.restorePlan().with(true, true));

        assertEquals(Outcome.INCOMPLETE, report.outcome());
        assertFalse(report.groups().getFirst().set());
        assertTrue(report.groups().getFirst().problem().contains("active members"));
    }

    @Test
    void comparesWithoutOrderWherePartitionsAreNotKept() throws Exception {
        Lab.fill(lab.source(), "orders", 4, 200);
        lab.backup(lab.plan("orders"));

        RestoreReport report = lab.restore(lab.restorePlan().partitioned(Partitioning.ONE));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertFalse(report.comparison().orElseThrow().channels().getFirst().ordered());
    }

    @Test
    void restoresIntoAnotherKindOfBrokerAndSaysWhatThatCosts() throws Exception {
        Lab.fill(lab.source(), "orders", 2, 100);
        lab.backup(lab.plan("orders"));
        ChannelKind queue = new ChannelKind("queue", "queue", "Queues", "list-end");

        try (Archive archive = Archive.open(lab.file()); MemorySession session = lab.target().connect()) {
            RestoreTarget other = new RestoreTarget("other", "elsewhere", List.of(queue), session);
            DryRun run = new Rehearsal(archive, other).play(lab.restorePlan());
            RestoreReport report = new Restore(archive, other, session, lab.journals()).run(lab.restorePlan(),
                    JobContext.direct());

            assertEquals("queue", run.channels().getFirst().to().kind());
            assertFalse(report.dryRun().fidelity().mask().attributes());
            assertTrue(report.comparison().orElseThrow().equal(), report.text());
        }
    }

    @Test
    void keepsItsReportForPeopleAndMachines() throws Exception {
        Lab.fill(lab.source(), "orders", 1, 10);
        lab.backup(lab.plan("orders"));
        RestorePlan plan = lab.restorePlan().named(Naming.SAME.renaming("orders", "<b>copy&"));

        RestoreReport report = lab.restore(plan);

        assertTrue(report.text().startsWith("10 messages of 1 channel written to staging. Equal to the archive."));
        assertTrue(report.html().contains("&lt;b&gt;copy&amp;"), report.html());
        assertFalse(report.html().contains("<b>copy"));
        assertEquals("complete", report.json().get("outcome").asText());
        assertTrue(Files.exists(lab.journals().resolve(plan.id()).resolve("report.json")));
    }

    @Test
    void showsTheCommandThatDoesTheSame() {
        RestorePlan plan = RestorePlan.of(Path.of("a.msgdb"), Optional.empty()).named(Naming.prefixed("r."))
                .fixing(Set.of("retention.deletes")).with(true, true);

        assertEquals("brokerscope restore a.msgdb --connection staging --write --prefix r. --fix retention.deletes"
                + " --groups", plan.command(List.of("--connection", "staging")));
    }

    private Map<String, List<Position>> groups() throws Exception {
        return lab.target().connect().extension(GroupStates.class).orElseThrow().groups(MemoryBroker.id("orders"))
                .stream().collect(java.util.stream.Collectors.toMap(GroupStates.GroupState::name,
                        g -> g.progress().stream().map(GroupStates.Progress::next).toList()));
    }

    private static List<String> codes(DryRun run) {
        return run.preflight().findings().stream().map(Finding::code).toList();
    }

    private static List<MessageContent> contents(MemoryBroker broker, String channel) throws Exception {
        return Lab.read(broker.connect(), MemoryBroker.id(channel)).stream().map(MessageContent::of).toList();
    }

    private static List<Optional<AttributeValue>> attributes(MemoryBroker broker, String channel) throws Exception {
        return Lab.read(broker.connect(), MemoryBroker.id(channel)).stream().map(m -> m.attribute(0)).toList();
    }
}
