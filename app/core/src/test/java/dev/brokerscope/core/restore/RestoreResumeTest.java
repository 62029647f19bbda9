package dev.brokerscope.core.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.lab.Tripwire;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.testkit.MessageContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreResumeTest {

    private static final Fault GONE = Fault.of(FaultKind.UNREACHABLE, "broker.gone", "The broker is gone.",
            "Check the network.");

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void setUp() throws Exception {
        lab = new Lab(folder);
        Lab.fill(lab.source(), "orders", 3, 2_500);
        lab.source().groups().commit("billing", "orders", Position.of(1, 700), "");
        lab.backup(lab.plan("orders"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_700, 2_499})
    void continuesWithoutLossOrDuplicatesWhereTheTargetWentAway(long after) throws Exception {
        lab.target().create("orders", 3);
        lab.target().script().failPublishing("orders", after, GONE);
        FaultException fault = assertThrows(FaultException.class, () -> lab.restore(lab.restorePlan()));
        assertTrue(fault.fault().remedy().contains("--resume"), fault.fault().remedy());

        RestoreReport report = lab.restore(lab.restorePlan().resuming(true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(2_500, report.written());
        assertEqualToTheSource();
    }

    @Test
    void aCancelledRestoreContinues() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.restore(lab.restorePlan(), new Tripwire(900)));

        RestoreReport report = lab.restore(lab.restorePlan().resuming(true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertTrue(report.channels().getFirst().created());
        assertEqualToTheSource();
    }

    @Test
    void findsWhatAKillLeftUnjournaled() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.restore(lab.restorePlan(), new Tripwire(900)));
        Path journal = lab.journals().resolve(lab.restorePlan().id()).resolve("journal.json");
        String atTheEnd = Files.readString(journal);
        String asAtTheBeginning = atTheEnd.replaceAll("(?s)\"(next|last)\" : \\[ \\[.*?\\] \\],", "\"$1\" : [ ],");
        assertNotEquals(atTheEnd, asAtTheBeginning);
        Files.writeString(journal, asAtTheBeginning);

        RestoreReport report = lab.restore(lab.restorePlan().resuming(true).with(true, true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEqualToTheSource();
        assertEquals(Position.of(1, 700), lab.target().connect().extension(GroupStates.class).orElseThrow()
                .groups(MemoryBroker.id("orders")).getFirst().progress().getFirst().next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-key", "one", "map"})
    void findsWhatAKillLeftWhereMessagesChangeTheirPartition(String how) throws Exception {
        RestorePlan plan = switch (how) {
            case "by-key" -> lab.restorePlan().partitioned(Partitioning.BY_KEY);
            case "one" -> lab.restorePlan().partitioned(Partitioning.ONE);
            default -> lab.restorePlan()
                    .mapped(new PartitionMap("map", new TreeMap<>(Map.of(0, 1, 1, 0)), Optional.of(1)));
        };
        assertThrows(InterruptedException.class, () -> lab.restore(plan, new Tripwire(900)));
        Path journal = lab.journals().resolve(plan.id()).resolve("journal.json");
        String text = Files.readString(journal);
        Files.writeString(journal, text.replaceAll("(?s)\"(next|last)\" : \\[ \\[.*?\\] \\],", "\"$1\" : [ ],"));
        assertNotEquals(text, Files.readString(journal));

        RestoreReport report = lab.restore(plan.resuming(true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(2_500, contents(lab.target()).size());
    }

    @Test
    void refusesToRunTwiceAtATime() throws Exception {
        try (RestoreJournal running = RestoreJournal.open(lab.journals(), lab.restorePlan())) {
            FaultException fault = assertThrows(FaultException.class, () -> lab.restore(lab.restorePlan()));

            assertEquals(FaultKind.LOCKED, fault.kind());
            assertTrue(running.begun().isEmpty());
        }
    }

    @Test
    void refusesToContinueBehindMessagesOfOthers() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.restore(lab.restorePlan(), new Tripwire(900)));
        lab.target().publish("orders", Message.at(0, 0, 0).build());

        FaultException fault = assertThrows(FaultException.class,
                () -> lab.restore(lab.restorePlan().resuming(true)));

        assertEquals("resume.foreign-messages", fault.fault().code());
    }

    @Test
    void refusesToContinueIntoARecreatedChannel() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.restore(lab.restorePlan(), new Tripwire(900)));
        lab.target().delete("orders");
        lab.target().create("orders", 3);

        FaultException fault = assertThrows(FaultException.class,
                () -> lab.restore(lab.restorePlan().resuming(true)));

        assertEquals("resume.recreated", fault.fault().code());
    }

    @Test
    void withoutResumeAnInterruptedTargetIsRefused() throws Exception {
        assertThrows(InterruptedException.class, () -> lab.restore(lab.restorePlan(), new Tripwire(900)));

        FaultException fault = assertThrows(FaultException.class, () -> lab.restore(lab.restorePlan()));

        assertEquals("target.not-empty", fault.fault().code());
    }

    @Test
    void resumeOfAFinishedRestoreOnlyComparesAgain() throws Exception {
        lab.restore(lab.restorePlan());

        RestoreReport report = lab.restore(lab.restorePlan().resuming(true));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEqualToTheSource();
    }

    private void assertEqualToTheSource() throws Exception {
        assertEquals(contents(lab.source()), contents(lab.target()));
    }

    private static List<MessageContent> contents(MemoryBroker broker) throws Exception {
        return Lab.read(broker.connect(), MemoryBroker.id("orders")).stream().map(MessageContent::of).toList();
    }
}
