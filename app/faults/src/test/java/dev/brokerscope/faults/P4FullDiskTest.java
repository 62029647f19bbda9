package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.child.DiskFullChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.harness.Strace;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// P4: a full disk has its own exit code, leaves a valid archive, and a resume finishes it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "mounts small file systems")
class P4FullDiskTest {

    private static final Workload WORKLOAD = new Workload(1, 40_000, 400, 97, 0);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path whole;

    @BeforeEach
    void backUpUndisturbed() throws Exception {
        whole = folder.resolve("whole.msgdb");
        BackupChild.run(new GeneratedSession(WORKLOAD), BackupChild.plan(whole), JobContext.direct());
    }

    @Test
    void ofAnySize() throws Exception {
        Strace.demandMounts();
        long needed = 3 * Files.size(whole) / 1024;
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(whole)));
        AtomicInteger full = new AtomicInteger();
        Campaign.of("P4", "sizes of a small file system", 5, 48).run((random, _) -> {
            long kibibytes = 16 + random.nextLong(needed);
            Path mounted = Files.createTempDirectory(folder, "small");
            try (Child child = Child.start(List.of("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=" + kibibytes
                    + "k tmpfs \"$0\" && exec \"$@\"", mounted.toString()), List.of(), DiskFullChild.class,
                    List.of(mounted.toString(), WORKLOAD.text()))) {
                assertEquals(0, child.await(LONG_ENOUGH), kibibytes + " KiB: " + child.text());
                int first = Integer.parseInt(child.last("first ").orElse("-1"));
                full.addAndGet(first == ExitCode.DISK_FULL.number() ? 1 : 0);
                assertTrue(first == ExitCode.DISK_FULL.number() || first == 0, kibibytes + " KiB: " + child.text());
                assertTrue(List.of("UNFINISHED []", "SOUND []", "nothing").contains(child.last("left ").orElse("")),
                        kibibytes + " KiB: " + child.text());
                assertEquals("0", child.last("second ").orElse(""), kibibytes + " KiB: " + child.text());
                assertEquals(hash, child.last("hash ").orElse(""), kibibytes + " KiB: " + child.text());
            }
        });
        assertTrue(full.get() > 0, "no disk was small enough");
    }

    @Test
    void atAnyWrite() throws Exception {
        Strace.demand();
        AtomicInteger full = new AtomicInteger();
        Campaign.of("P4", "writes without room", 5, 60).run((random, _) -> {
            Path file = Files.createTempDirectory(folder, "full").resolve("a.msgdb");
            long when = 5 + 5 * random.nextLong(200);
            String calls = random.nextBoolean() ? when + "" : when + "+5";
            try (Child child = Child.start(Strace.failAt("pwrite64", "ENOSPC", calls), List.of(), BackupChild.class,
                    List.of(file.toString(), WORKLOAD.text()))) {
                int code = child.await(LONG_ENOUGH);
                full.addAndGet(code == ExitCode.DISK_FULL.number() ? 1 : 0);
                assertTrue(code == ExitCode.DISK_FULL.number() || code == 0, calls + ": " + code + child.text());
            }
            if (Held.begun(file)) {
                Held.demandSound(Held.now(file));
            }
            BackupChild.run(new GeneratedSession(WORKLOAD), BackupChild.plan(file).resuming(true), JobContext.direct());
            assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(file));
            Held.delete(file.getParent());
        });
        assertTrue(full.get() > 0, "no write was hit");
    }
}
