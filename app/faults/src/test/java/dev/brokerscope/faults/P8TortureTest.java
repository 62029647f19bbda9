package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.harness.CliChild;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.PartitionDigest;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.TopicReader;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.kafka.testkit.TortureTopic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// P8: a restore equals its source, whatever the messages are; a plain consumer compares.
@ExtendWith(SharedKafka.class)
class P8TortureTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(15);
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx256m");

    @TempDir
    Path folder;

    @Test
    void everyMessageComesBack(KafkaServer kafka) throws Exception {
        int messages = Campaign.isLong() ? 1_000_000 : 20_000;
        Campaign.of("P8", "messages sent to a torture topic", messages, messages).runInTurn((random, tally) -> {
            String topic = Topics.fresh("torture");
            TortureTopic.create(kafka, topic, 4, random.nextLong()).fill(messages);
            Map<Integer, PartitionDigest> there = TopicReader.of(kafka).digests(topic);
            done(CliChild.start(folder, LITTLE_MEMORY, kafka.bootstrapServers(), "backup", topic, "--out",
                    "torture.msgdb", "--verify", "deep"));
            done(CliChild.start(folder, LITTLE_MEMORY, kafka.bootstrapServers(), "restore", "torture.msgdb",
                    "--prefix", "back.", "--stage", "test", "--write"));
            assertEquals(there, TopicReader.of(kafka).digests("back." + topic));
            tally.count(messages);
            new Topics(kafka).delete(topic);
            new Topics(kafka).delete("back." + topic);
            Files.delete(folder.resolve("torture.msgdb"));
        });
    }

    private static void done(Child started) throws InterruptedException {
        try (Child child = started) {
            assertEquals(0, child.await(LONG_ENOUGH), child.text());
        }
    }
}
