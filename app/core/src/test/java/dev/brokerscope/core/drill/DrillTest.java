package dev.brokerscope.core.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.job.Progress;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.restore.RestoreTarget;
import dev.brokerscope.core.slice.Channels;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {

    private static final ChannelKind KIND = new ChannelKind("channel", "channel", "Channels", "layers");
    private static final int MUTANTS = 20;

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void backUp() throws Exception {
        lab = new Lab(folder);
        Lab.fill(lab.source(), "orders", 3, 400);
        Lab.fill(lab.source(), "payments", 1, 50);
        lab.source().create("empty", 2);
        lab.backup(lab.plan("orders", "payments", "empty"));
    }

    private DrillReport drill(OptionalLong room, JobContext job) throws Exception {
        try (WritableSession session = lab.target().connect()) {
            return new Drill(scratch(session, room), drills()).run(DrillPlan.of(lab.file()), job);
        }
    }

    private DrillReport drill() throws Exception {
        return drill(OptionalLong.empty(), JobContext.direct());
    }

    private static Scratch scratch(WritableSession session, OptionalLong room) {
        return new Scratch("staging", new RestoreTarget("memory", "staging", List.of(KIND), session), session, room);
    }

    private Path drills() {
        return folder.resolve("drills");
    }

    private List<ChannelId> channels() throws Exception {
        try (WritableSession session = lab.target().connect()) {
            return new Channels(session).sources();
        }
    }

    private void assertNothingIsLeft() throws Exception {
        assertEquals(List.of(), channels());
        try (WritableSession session = lab.target().connect()) {
            assertEquals(List.of(), new Drill(scratch(session, OptionalLong.empty()), drills()).leftovers());
        }
    }

    @Test
    void aSoundArchiveComesBackEqualAndNothingIsLeft() throws Exception {
        DrillReport report = drill();
        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertEquals(450, report.written());
        assertEquals(3, report.channels().size());
        assertNothingIsLeft();
    }

    @Test
    void channelsOfOthersAreNotTouched() throws Exception {
        lab.target().create("orders", 1);
        lab.target().create("drill-of-somebody", 1);
        drill();
        assertEquals(List.of(MemoryBroker.id("drill-of-somebody"), MemoryBroker.id("orders")), channels());
    }

    @Test
    void whatDoesNotFitAtOnceGoesThroughInPortions() throws Exception {
        DrillReport report = drill(OptionalLong.of(40_000), JobContext.direct());
        assertEquals(Outcome.COMPLETE, report.outcome(), report.text());
        assertTrue(report.portions() > 3, "portions: " + report.portions());
        assertEquals(450, report.written());
        assertNothingIsLeft();
    }

    /// P23.
    @Test
    void failsOnEveryDamagedArchive() throws Exception {
        byte[] sound = Files.readAllBytes(lab.file());
        long seed = Long.getLong("brokerscope.seed", 20_261_122L);
        Random random = new Random(seed);
        List<Long> passed = new ArrayList<>();
        for (int i = 0; i < MUTANTS; i++) {
            long bit = random.nextLong(sound.length * 8L);
            byte[] changed = sound.clone();
            changed[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
            Files.write(lab.file(), changed);
            if (drill().outcome() != Outcome.DAMAGED) {
                passed.add(bit);
            }
        }
        assertEquals(List.of(), passed, "bits that were changed unseen, seed " + seed);
        assertNothingIsLeft();
    }

    @Test
    void anUnfinishedArchiveIsToldFromAWholeOne() throws Exception {
        Files.move(lab.file(), folder.resolve("backup.msgdb.partial"));
        try (WritableSession session = lab.target().connect()) {
            DrillReport report = new Drill(scratch(session, OptionalLong.empty()), drills())
                    .run(DrillPlan.of(folder.resolve("backup.msgdb.partial")), JobContext.direct());
            assertEquals(Outcome.INCOMPLETE, report.outcome(), report.text());
        }
        assertNothingIsLeft();
    }

    @Test
    void aMessageThatComesBackOtherwiseIsADifference() throws Exception {
        try (WritableSession session = FaultySession.forgetful(lab.target().connect())) {
            DrillReport report = new Drill(scratch(session, OptionalLong.empty()), drills())
                    .run(DrillPlan.of(lab.file()), JobContext.direct());
            assertEquals(Outcome.DIFFERENT, report.outcome(), report.text());
            assertTrue(report.summary().contains("different"), report.summary());
        }
        assertNothingIsLeft();
    }

    @Test
    void aDrillThatEndsInTheMiddleLeavesNothing() throws Exception {
        JobContext failing = new JobContext() {
            private final Progress progress = new Progress();
            private int points;

            @Override
            public Progress progress() {
                return progress;
            }

            @Override
            public void pausePoint() throws InterruptedException {
                if (++points == 2) {
                    throw new InterruptedException();
                }
            }
        };
        assertThrows(InterruptedException.class, () -> drill(OptionalLong.empty(), failing));
        assertNothingIsLeft();
    }

    @Test
    void aCancelledDrillLeavesNothing() throws Exception {
        Thread caller = Thread.currentThread();
        JobContext cancelled = new JobContext() {
            private final Progress progress = new Progress();

            @Override
            public Progress progress() {
                return progress;
            }

            @Override
            public void pausePoint() {
                caller.interrupt();
            }
        };
        assertThrows(InterruptedException.class, () -> drill(OptionalLong.empty(), cancelled));
        assertNothingIsLeft();
    }

    @Test
    void whatCouldNotBeRemovedIsFoundLaterAndRemoved() throws Exception {
        try (WritableSession session = FaultySession.undying(lab.target().connect())) {
            DrillReport report = new Drill(scratch(session, OptionalLong.empty()), drills())
                    .run(DrillPlan.of(lab.file()), JobContext.direct());
            assertFalse(report.left().isEmpty());
        }
        assertEquals(3, channels().size());
        try (WritableSession session = lab.target().connect()) {
            Drill later = new Drill(scratch(session, OptionalLong.empty()), drills());
            assertEquals(1, later.leftovers().size());
            assertEquals(List.of(), later.clean(later.leftovers().getFirst()));
        }
        assertNothingIsLeft();
    }
}
