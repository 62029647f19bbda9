package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.archive.Verification;
import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.harness.Strace;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// P1: a backup that was killed, resumed and sealed equals one that was never interrupted. P2: what was reported as
/// saved is saved.
@EnabledOnOs(value = OS.LINUX, disabledReason = "system calls are chosen by strace")
class P1KilledBackupTest {

    /// A source that thinks about each batch, so that there are commits between the kills, and little to compute.
    private static final Workload ONE = new Workload(1, 24_000, 700, 97, 100_000);
    private static final Workload THREE = new Workload(3, 8_000, 700, 89, 100_000);
    private static final List<String> CALLS = List.of("pwrite64", "write", "fsync", "fdatasync", "rename", "ftruncate",
            "unlink");
    private static final int KILLS_PER_BACKUP = 6;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path whole;
    private Path wholeOfThree;
    private long millis;

    @BeforeEach
    void backUpUndisturbed() throws Exception {
        whole = folder.resolve("whole.msgdb");
        wholeOfThree = folder.resolve("three.msgdb");
        undisturbed(wholeOfThree, THREE);
        long start = System.nanoTime();
        undisturbed(whole, ONE);
        millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static void undisturbed(Path file, Workload workload) throws Exception {
        try (Child child = start(List.of(), file, workload)) {
            child.awaitReady();
            assertEquals(0, child.await(LONG_ENOUGH), child.text());
        }
        assertEquals(Verification.State.SOUND, Held.verify(file, Verification.Level.DEEP).state());
        assertEquals(workload.total(), Held.messages(file));
    }

    private static Child start(List<String> before, Path file, Workload workload) throws Exception {
        return Child.start(before, List.of(), BackupChild.class, List.of(file.toString(), workload.text()));
    }

    @Test
    void killedAtAnyMomentItIsTheSameByteForByte() throws Exception {
        Campaign.of("P1", "kills at random moments", 30, 600).run((random, tally) -> {
            Path file = Files.createTempDirectory(folder, "killed").resolve("a.msgdb");
            long held = 0;
            for (int kills = 0; kills < KILLS_PER_BACKUP && !Files.exists(file); kills++) {
                try (Child child = start(List.of(), file, ONE)) {
                    child.awaitReady();
                    Thread.sleep(random.nextLong(millis));
                    tally.count(child.alive() ? 1 : 0);
                    child.kill();
                    held = demandSaved(file, child, held);
                }
            }
            finish(file, ONE);
            same(whole, file);
            Held.delete(file.getParent());
        });
    }

    @Test
    void killedInAnySystemCallItIsTheSameByteForByte() throws Exception {
        Strace.demand();
        Campaign.of("P1", "kills in system calls", 24, 350)
                .run((random, tally) -> killedInCalls(random, tally, ONE, whole, true));
    }

    @Test
    void severalPartitionsHaveTheSameDumpAndContents() throws Exception {
        Strace.demand();
        Campaign.of("P1", "kills, several partitions", 6, 50)
                .run((random, tally) -> killedInCalls(random, tally, THREE, wholeOfThree, false));
    }

    private void killedInCalls(SplittableRandom random, Campaign.Tally tally, Workload workload, Path undisturbed,
            boolean bytes) throws Exception {
        Path file = Files.createTempDirectory(folder, "killed").resolve("a.msgdb");
        long held = 0;
        for (int kills = 0; kills < KILLS_PER_BACKUP && !Files.exists(file); kills++) {
            String call = CALLS.get(random.nextInt(CALLS.size()));
            long when = 1 + random.nextLong(call.equals("pwrite64") ? 700 : random.nextBoolean() ? 4 : 20);
            try (Child child = start(Strace.killAt(call, when), file, workload)) {
                int code = child.await(LONG_ENOUGH);
                assertTrue(code == 0 || code == 137, call + " " + when + ": " + code + " " + child.text());
                tally.count(code == 0 ? 0 : 1);
                held = demandSaved(file, child, held);
            }
        }
        finish(file, workload);
        if (bytes) {
            same(undisturbed, file);
        } else {
            assertEquals(Held.dump(undisturbed), Held.dump(file));
        }
        Held.delete(file.getParent());
    }

    /// What stood in the file before is not counted by the job.
    ///
    /// @return what stands in it now
    private static long demandSaved(Path file, Child child, long before) throws Exception {
        long saved = before + child.last("saved ").map(Long::parseLong).orElse(0L);
        long held = 0;
        if (Held.begun(file)) {
            held = Held.messages(Held.now(file));
            Held.demandSound(Held.now(file));
        }
        assertTrue(held >= saved, "reported " + saved + ", held " + held + "\n" + child.text());
        return held;
    }

    private static void finish(Path file, Workload workload) throws Exception {
        if (!Files.exists(file)) {
            try (Child child = start(List.of(), file, workload)) {
                child.awaitReady();
                assertEquals(0, child.await(LONG_ENOUGH), child.text());
            }
        }
        // one that was killed while it took its lock away leaves the file of it, which nobody holds
        assertTrue(List.of(List.of(), List.of(file.getFileName() + ".lock")).contains(Held.leftovers(file)),
                Held.leftovers(file).toString());
        assertEquals(Verification.State.SOUND, Held.verify(file, Verification.Level.FULL).state());
    }

    private static void same(Path whole, Path file) throws Exception {
        assertEquals(Held.dump(whole), Held.dump(file));
        assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(file), "the bytes of the sealed file");
    }
}
