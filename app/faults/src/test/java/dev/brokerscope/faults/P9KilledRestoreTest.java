package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.harness.CliChild;
import dev.brokerscope.kafka.testkit.BulkTopic;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.PartitionDigest;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.TopicReader;
import dev.brokerscope.kafka.testkit.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// P9: a restore that was killed resumes without loss and without duplicates.
@ExtendWith(SharedKafka.class)
class P9KilledRestoreTest {

    private static final int KILLS_PER_RESTORE = 8;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void losesNothingAndWritesNothingTwice(KafkaServer kafka) throws Exception {
        String topic = Topics.fresh("killed");
        BulkTopic.create(kafka, topic, 3, 15_000, 700);
        Map<Integer, PartitionDigest> there = TopicReader.of(kafka).digests(topic);
        try (Child child = CliChild.start(folder, List.of(), kafka.bootstrapServers(), "backup", topic, "--out",
                "source.msgdb")) {
            assertEquals(0, child.await(LONG_ENOUGH), child.text());
        }
        long millis = undisturbed(kafka);
        Campaign.of("P9", "kills of a restore", 20, 300).run((random, tally) -> {
            String prefix = Topics.fresh("again") + ".";
            Path home = Files.createTempDirectory(folder, "restore");
            boolean done = false;
            for (int kills = 0; kills < KILLS_PER_RESTORE && !done; kills++) {
                try (Child child = restore(kafka, home, prefix)) {
                    Thread.sleep(millis / 4 + random.nextLong(millis));
                    tally.count(child.alive() ? 1 : 0);
                    done = !child.alive();
                    child.kill();
                    assertTrue(!done || child.await(LONG_ENOUGH) == 0, child.text());
                }
            }
            try (Child child = restore(kafka, home, prefix)) {
                assertEquals(0, child.await(LONG_ENOUGH), child.text());
            }
            assertEquals(there, TopicReader.of(kafka).digests(prefix + topic));
            new Topics(kafka).delete(prefix + topic);
            Held.delete(home);
        });
    }

    private long undisturbed(KafkaServer kafka) throws Exception {
        long start = System.nanoTime();
        try (Child child = restore(kafka, Files.createTempDirectory(folder, "whole"), Topics.fresh("whole") + ".")) {
            assertEquals(0, child.await(LONG_ENOUGH), child.text());
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private Child restore(KafkaServer kafka, Path home, String prefix) throws Exception {
        return CliChild.start(home, List.of(), kafka.bootstrapServers(), "restore",
                folder.resolve("source.msgdb").toString(), "--prefix", prefix, "--stage", "test", "--write",
                "--resume", "--state", home.resolve("state").toString());
    }
}
