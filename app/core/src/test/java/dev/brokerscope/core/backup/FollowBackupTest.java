package dev.brokerscope.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Rotation;
import dev.brokerscope.archive.RunKind;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that goes on until it is stopped.
class FollowBackupTest {

    private static final SetOptions FOLLOW = SetOptions.STANDARD.following(true, true);

    @TempDir
    Path folder;

    private Lab lab;
    private Path set;
    private long published;

    @BeforeEach
    void setUp() throws Exception {
        lab = new Lab(folder);
        set = folder.resolve("set");
        lab.source().create("orders", 2);
    }

    private void publish(int count, int size) throws FaultException {
        for (int i = 0; i < count; i++) {
            lab.source().publish("orders", Message.at((int) (published++ % 2), 0, 0).value(new byte[size])
                    .key(Bytes.utf8("k" + published).toArray()).build());
        }
    }

    private BackupPlan plan(SetOptions options) {
        return BackupPlan.of(List.of(Slice.whole(MemoryBroker.id("orders"))), set).into(options);
    }

    /// A backup on a thread of its own.
    private final class Running {
        private final FutureTask<BackupReport> task;
        private final Thread thread;

        Running(BackupPlan plan) {
            task = new FutureTask<>(() -> new Backup(lab.backupSource(), new Provenance("Brokerscope test", "", ""),
                    WriterOptions.standard(), Duration.ofMillis(300)).run(plan, JobContext.direct()));
            thread = Thread.ofPlatform().start(task);
        }

        BackupReport stop() throws Exception {
            thread.interrupt();
            return task.get(60, TimeUnit.SECONDS);
        }

        /// Until so many messages are saved.
        void awaitSaved(long messages) throws Exception {
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (saved() < messages) {
                assertTrue(!task.isDone() && System.nanoTime() < deadline, "not saved in time");
                Thread.sleep(100);
            }
        }

        private long saved() {
            try (Archive archive = Archive.open(set)) {
                return archive.contents().channels().stream().flatMap(c -> c.partitions().stream())
                        .flatMap(p -> p.coverage().stream()).mapToLong(ArchiveContents.Coverage::messages).sum();
            } catch (FaultException notThereYet) {
                return 0;
            }
        }
    }

    private ArchiveContents contents() throws FaultException {
        try (Archive archive = Archive.open(set)) {
            return archive.contents();
        }
    }

    private void assertHolds(long messages) throws Exception {
        Verification found = Archive.verify(set, Verification.Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), found.problems());
        assertEquals(messages, found.messages());
    }

    @Test
    void savesWhatComesWithinSecondsAndIsSealedWhenItIsStopped() throws Exception {
        publish(10, 100);
        Running running = new Running(plan(FOLLOW));
        running.awaitSaved(10);
        publish(7, 100);
        running.awaitSaved(17);
        publish(3, 100);

        BackupReport report = running.stop();

        assertTrue(report.messages() >= 17, report.summary());
        ArchiveContents.Run run = contents().runs().getFirst();
        assertEquals(RunKind.CONTINUOUS, run.kind());
        assertEquals(RunState.COMPLETE, run.state());
        assertTrue(contents().seal() instanceof ArchiveContents.Seal.Sealed);
        assertHolds(report.messages());
    }

    @Test
    void goesOnBehindItsLastStopWithoutLossOrDuplicate() throws Exception {
        publish(10, 100);
        Running first = new Running(plan(FOLLOW.sinceLast(true)));
        first.awaitSaved(10);
        first.stop();
        publish(20, 100);
        Running second = new Running(plan(FOLLOW.sinceLast(true)));
        second.awaitSaved(30);
        second.stop();
        assertEquals(2, contents().runs().size());
        assertHolds(30);
    }

    @Test
    void isResumedWhereItWasWhenItWasNotSealed() throws Exception {
        SetOptions open = FOLLOW.following(true, false);
        publish(10, 100);
        Running first = new Running(plan(open));
        first.awaitSaved(10);
        ExecutionException stopped = assertThrows(ExecutionException.class, first::stop);
        assertTrue(stopped.getCause() instanceof InterruptedException, stopped::toString);
        assertEquals(RunState.RUNNING, contents().runs().getFirst().state());
        publish(5, 100);
        Running second = new Running(plan(open).resuming(true));
        second.awaitSaved(15);
        assertThrows(ExecutionException.class, second::stop);
        assertEquals(1, contents().runs().size());
        assertHolds(15);
    }

    @Test
    void beginsAnotherVolumeWhenOneIsFull() throws Exception {
        Rotation small = new Rotation(OptionalLong.of(300_000), Optional.empty());
        Running running = new Running(plan(FOLLOW.rotating(small)));
        for (int i = 1; i <= 4; i++) {
            byte[] noise = new byte[1_000];
            for (int m = 0; m < 300; m++) {
                new java.util.Random(i * 1_000L + m).nextBytes(noise);
                lab.source().publish("orders", Message.at(m % 2, 0, 0).value(noise.clone()).build());
            }
            running.awaitSaved(i * 300L);
        }
        running.stop();
        assertTrue(contents().volumes().size() >= 3, () -> "one volume after the other");
        assertHolds(1_200);
    }

    @Test
    void endsByItselfWhenTheChannelIsDeleted() throws Exception {
        publish(10, 100);
        Running running = new Running(plan(FOLLOW));
        running.awaitSaved(10);
        lab.source().delete("orders");
        BackupReport report = running.task.get(60, TimeUnit.SECONDS);
        assertEquals(dev.brokerscope.core.job.Outcome.INCOMPLETE, report.outcome(), report.summary());
        assertHolds(10);
    }
}
