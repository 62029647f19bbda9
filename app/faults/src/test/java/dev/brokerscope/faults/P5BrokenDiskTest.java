package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.harness.Strace;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// P5: an I/O error is never reported as success, and costs nothing that was saved.
@EnabledOnOs(value = OS.LINUX, disabledReason = "system calls fail by strace")
class P5BrokenDiskTest {

    private static final Workload WORKLOAD = new Workload(1, 12_000, 400, 97, 0);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path whole;

    @BeforeEach
    void backUpUndisturbed() throws Exception {
        Strace.demand();
        whole = folder.resolve("whole.msgdb");
        BackupChild.run(new GeneratedSession(WORKLOAD), BackupChild.plan(whole), JobContext.direct());
    }

    @Test
    void failingWrites() throws Exception {
        fail("pwrite64", 12, 300);
    }

    @Test
    void failingSyncs() throws Exception {
        fail("fsync", 6, 25);
    }

    @Test
    void failingRenames() throws Exception {
        fail("rename", 2, 6);
    }

    @Test
    void failingTruncations() throws Exception {
        fail("ftruncate", 3, 12);
    }

    @Test
    void failingOpens() throws Exception {
        fail("openat", 3, 30);
    }

    /// The first, the second … of these calls on the archive's files fails; in a build only some of them.
    private void fail(String call, int everyBuild, int full) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger hits = new AtomicInteger();
        Campaign campaign = Campaign.of("P5", "EIO in " + call, everyBuild, full);
        campaign.run((random, _) -> {
            int number = next.incrementAndGet();
            int when = Campaign.isLong() || !call.equals("pwrite64") ? number : 1 + random.nextInt(250);
            String calls = random.nextInt(4) == 0 ? when + "+" : Integer.toString(when);
            Path file = Files.createTempDirectory(folder, "broken").resolve("a.msgdb");
            Path log = file.resolveSibling("strace.log");
            if (failed(call, calls, file, log)) {
                hits.incrementAndGet();
            }
            if (Held.begun(file)) {
                Held.demandSound(Held.now(file));
            }
            BackupChild.run(new GeneratedSession(WORKLOAD), BackupChild.plan(file).resuming(true), JobContext.direct());
            assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(file), call + " " + calls);
            Held.delete(file.getParent());
        });
        assertTrue(hits.get() > 0, "no " + call + " was hit");
    }

    /// @return whether the fault happened at all
    private boolean failed(String call, String calls, Path file, Path log) throws Exception {
        List<String> paths = List.of("", ".begun", ".begun-journal", ".partial", ".partial-wal", ".partial-journal",
                ".lock").stream().map(suffix -> file + suffix).toList();
        try (Child child = Child.start(Strace.only(Strace.logged(Strace.failAt(call, "EIO", calls), log), paths),
                List.of(), BackupChild.class, List.of(file.toString(), WORKLOAD.text()))) {
            int code = child.await(LONG_ENOUGH);
            boolean hit = Files.exists(log) && Files.readString(log).contains("INJECTED");
            boolean reading = call.equals("openat") && code == 0;
            if (hit && !reading) {
                assertNotEquals(0, code, call + " " + calls + ": " + child.text() + "\n" + Files.readString(log));
                assertTrue(child.last("FAULT ").isPresent(), call + " " + calls + ": " + child.text());
            } else {
                assertEquals(0, code, call + " " + calls + ": " + child.text());
                assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(file), call + " " + calls);
            }
            return hit;
        }
    }
}
