package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.harness.Strace;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// P1 for sets: a backup into volumes, plain or encrypted, that was killed within a volume or between two and resumed
/// holds what one holds that was never interrupted. P2 there, too. An encrypted one has keys of its own each time, so
/// what is read with them is compared.
@EnabledOnOs(value = OS.LINUX, disabledReason = "system calls are chosen by strace")
class P1KilledSetTest {

    private static final Workload WORKLOAD = new Workload(1, 24_000, 700, 97, 100_000);
    private static final List<String> CALLS = List.of("pwrite64", "write", "fsync", "rename", "ftruncate", "unlink");
    private static final int KILLS_PER_BACKUP = 6;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private String key = "";

    @BeforeEach
    void makeKey() throws Exception {
        byte[] bytes = new byte[64];
        new SplittableRandom(7).nextBytes(bytes);
        key = Files.write(folder.resolve("key"), bytes).toString();
    }

    @Test
    void ofPlainVolumesHoldsTheSame() throws Exception {
        campaign("kills, set of volumes", BackupChild.PLAIN);
    }

    @Test
    void ofEncryptedVolumesHoldsTheSame() throws Exception {
        campaign("kills, encrypted set", key);
    }

    private void campaign(String counted, String secret) throws Exception {
        Strace.demand();
        Path whole = folder.resolve("whole");
        finish(whole, secret);
        String expected = Held.readout(whole, keys(secret), GeneratedSession.CHANNEL);
        assertTrue(volumes(whole).size() > 2, "several volumes: " + volumes(whole));
        Campaign.of("P1", counted, 6, 150).run((random, tally) -> {
            Path set = Files.createTempDirectory(folder, "killed").resolve("set");
            boolean done = false;
            long held = 0;
            for (int kills = 0; kills < KILLS_PER_BACKUP && !done; kills++) {
                try (Child child = killed(random, set, secret)) {
                    done = child.last("DONE ").isPresent();
                    tally.count(done ? 0 : 1);
                    held = demandSaved(set, secret, child, held);
                }
            }
            finish(set, secret);
            assertEquals(expected, Held.readout(set, keys(secret), GeneratedSession.CHANNEL));
            assertEquals(List.of(), Held.verify(set, keys(secret), Verification.Level.DEEP).problems());
            assertEquals(List.of(), Stream.of(files(set)).filter(f -> f.contains("partial") || f.contains("begun"))
                    .toList());
            Held.delete(set.getParent());
        });
    }

    /// In a system call, or at any moment.
    private static Child killed(SplittableRandom random, Path set, String secret) throws Exception {
        boolean atAnyMoment = random.nextInt(3) == 0;
        String call = CALLS.get(random.nextInt(CALLS.size()));
        long when = 1 + random.nextLong(call.equals("pwrite64") ? 400 : random.nextBoolean() ? 6 : 30);
        Child child = start(atAnyMoment ? List.of() : Strace.killAt(call, when), set, secret);
        if (atAnyMoment) {
            child.awaitReady();
            Thread.sleep(random.nextLong(2_000));
            child.kill();
        } else {
            int code = child.await(LONG_ENOUGH);
            assertTrue(code == 0 || code == 137, call + " " + when + ": " + code + " " + child.text());
        }
        return child;
    }

    private static Child start(List<String> before, Path set, String secret) throws Exception {
        return Child.start(before, List.of(), BackupChild.class, List.of(set.toString(), WORKLOAD.text(), secret));
    }

    private static void finish(Path set, String secret) throws Exception {
        try (Child child = start(List.of(), set, secret)) {
            child.awaitReady();
            assertEquals(0, child.await(LONG_ENOUGH), child.text());
        }
    }

    private static long demandSaved(Path set, String secret, Child child, long before) throws Exception {
        long saved = before + child.last("saved ").map(Long::parseLong).orElse(0L);
        long held = 0;
        if (!volumes(set).isEmpty()) {
            Verification found = Held.verify(set, keys(secret), Verification.Level.FULL);
            assertEquals(List.of(), found.problems());
            held = Held.messages(set);
        }
        assertTrue(held >= saved, "reported " + saved + ", held " + held + "\n" + child.text());
        return held;
    }

    private static ArchiveKeys keys(String secret) throws Exception {
        return secret.equals(BackupChild.PLAIN) ? ArchiveKeys.NONE : ArchiveKeys.of(FileKey.read(Path.of(secret)));
    }

    /// Sealed and unfinished ones.
    private static List<String> volumes(Path set) throws IOException {
        return Stream.of(files(set)).filter(f -> f.endsWith(".msgdb") || f.endsWith(".msgdb.partial")).toList();
    }

    private static String[] files(Path set) throws IOException {
        if (!Files.isDirectory(set)) {
            return new String[0];
        }
        try (Stream<Path> files = Files.list(set)) {
            return files.map(f -> f.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }
}
