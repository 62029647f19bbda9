package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.archive.Verification;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.harness.CliChild;
import dev.brokerscope.kafka.testkit.BulkTopic;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// P16: SIGINT and SIGTERM leave a valid archive that can be resumed, within five seconds.
@ExtendWith(SharedKafka.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "signals are sent by kill")
class P16SignalsTest {

    private static final int SIGNALS_PER_BACKUP = 6;
    private static final Duration SOON = Duration.ofSeconds(5 * 5);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void leaveAnArchiveThatCanBeResumed(KafkaServer kafka) throws Exception {
        String topic = Topics.fresh("signals");
        BulkTopic.create(kafka, topic, 3, 100_000, 1_000);
        AtomicLong slowest = new AtomicLong();
        Campaign.of("P16", "signals", 16, 200).run((random, tally) -> {
            Path home = Files.createTempDirectory(folder, "signal");
            Path file = home.resolve("a.msgdb");
            for (int i = 0; i < SIGNALS_PER_BACKUP && !Files.exists(file); i++) {
                try (Child child = backup(kafka, topic, home)) {
                    boolean interrupt = random.nextBoolean();
                    pause(child, file, random.nextLong(1_500), random.nextInt(4) == 0);
                    boolean running = child.alive();
                    long at = System.nanoTime();
                    child.signal(interrupt ? "INT" : "TERM");
                    int code = child.await(SOON);
                    slowest.accumulateAndGet(Duration.ofNanos(System.nanoTime() - at).toMillis(), Math::max);
                    tally.count(running ? 1 : 0);
                    boolean unborn = child.text().contains("Error occurred during initialization of VM");
                    assertTrue(code == 0 || code == (interrupt ? 130 : 143) || unborn, code + ": " + child.text());
                }
                if (Held.begun(file)) {
                    Held.demandSound(Held.now(file));
                }
            }
            try (Child child = backup(kafka, topic, home)) {
                assertEquals(0, child.await(LONG_ENOUGH), child.text());
            }
            assertEquals(Verification.State.SOUND, Held.verify(file, Verification.Level.DEEP).state());
            assertEquals(100_000, Held.messages(file));
            Held.delete(home);
        });
        System.out.println("P16: the slowest end took " + slowest + " ms");
    }

    private static Child backup(KafkaServer kafka, String topic, Path home) throws Exception {
        return CliChild.start(home, List.of(), kafka.bootstrapServers(), "backup", topic, "--out", "a.msgdb",
                "--resume", "--verify", "none");
    }

    /// Most signals come while the archive is written, some while the program starts.
    private static void pause(Child child, Path file, long millis, boolean early) throws InterruptedException {
        while (!early && child.alive() && !Files.exists(Held.partial(file))) {
            Thread.sleep(5);
        }
        Thread.sleep(millis);
    }
}
