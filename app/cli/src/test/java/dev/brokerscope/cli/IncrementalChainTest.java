package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.kafka.testkit.CompactedTopic;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.StoredMessage;
import dev.brokerscope.kafka.testkit.TopicReader;
import dev.brokerscope.kafka.testkit.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Runs into one set while topics grow, are compacted, lose their oldest messages and are deleted and made anew:
/// restored, it holds what each run could still see, and what it lacks is said. A plain consumer is the witness.
@ExtendWith(SharedKafka.class)
class IncrementalChainTest {

    /// Twenty in the long run: `-Dbrokerscope.chain=20`.
    private static final int RUNS = Integer.getInteger("brokerscope.chain", 3);
    private static final Set<Integer> LOSSES = RUNS < 20 ? Set.of(2) : Set.of(6, 13);
    private static final Set<Integer> RECREATIONS = RUNS < 20 ? Set.of(3) : Set.of(9, 15);

    @TempDir
    Path folder = Path.of("");

    /// What could be seen of a topic, by incarnation, partition and offset.
    private final Map<String, List<SortedMap<String, StoredMessage.Content>>> seen = new TreeMap<>();
    private int produced;

    private Shell shell() {
        return new Shell(folder, Path.of("target/plugins"));
    }

    private Result at(KafkaServer kafka, String line) {
        return shell().line(line + " --broker kafka --set bootstrap.servers=" + kafka.bootstrapServers());
    }

    @Test
    void restoresTheUnionOfAllRunsAndExplainsWhatIsMissing(KafkaServer kafka) throws Exception {
        String grows = new Topics(kafka).create(Topics.fresh("grows"), 2, Map.of());
        String compacted = CompactedTopic.create(kafka, Topics.fresh("compacted"));
        String reborn = new Topics(kafka).create(Topics.fresh("reborn"), 1, Map.of());
        String set = shell().file("chain") + "/";
        for (int run = 1; run <= RUNS; run++) {
            change(kafka, run, grows, compacted, reborn);
            look(kafka, grows, false);
            look(kafka, compacted, false);
            look(kafka, reborn, RECREATIONS.contains(run));
            Result backup =
                    at(kafka, "backup " + grows + " " + compacted + " " + reborn + " --since-last --verify quick"
                            + (run % 2 == 0 ? " --volume-size 1MiB" : "") + " --out " + set);
            assertEquals(LOSSES.contains(run) ? 3 : 0, backup.exit(), run + ": " + backup.err() + backup.out());
        }
        assertEquals(0, shell().run("verify", set, "--deep").exit());
        assertGapsAreTheLosses(set, grows, RUNS);
        assertRestored(kafka, set, grows, compacted, reborn);
    }

    private void change(KafkaServer kafka, int run, String grows, String compacted, String reborn) throws Exception {
        if (RECREATIONS.contains(run)) {
            new Topics(kafka).delete(reborn);
            while (at(kafka, "describe " + reborn).exit() == 0) {
                Thread.sleep(50);
            }
            new Topics(kafka).create(reborn, 1, Map.of());
        }
        produce(kafka, grows, 2, 40);
        produce(kafka, compacted, 1, 15);
        produce(kafka, reborn, 1, 10);
        if (LOSSES.contains(run)) {
            TopicPartition first = new TopicPartition(grows, 0);
            try (Admin admin = Admin.create(kafka.clientProperties(Listener.PLAIN))) {
                long end = admin.listOffsets(Map.of(first, org.apache.kafka.clients.admin.OffsetSpec.latest())).all()
                        .get().get(first).offset();
                admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(end - 5))).all().get();
            }
        }
    }

    private void produce(KafkaServer kafka, String topic, int partitions, int count) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(kafka.clientProperties(Listener.PLAIN),
                new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, i % partitions, "key-" + i, "value " + produced++));
            }
        }
    }

    private void look(KafkaServer kafka, String topic, boolean anew) {
        List<SortedMap<String, StoredMessage.Content>> incarnations =
                seen.computeIfAbsent(topic, _ -> new ArrayList<>());
        if (anew || incarnations.isEmpty()) {
            incarnations.addFirst(new TreeMap<>());
        }
        TopicReader.of(kafka).messages(topic).forEach(m -> incarnations.getFirst()
                .putIfAbsent("%d@%012d".formatted(m.partition(), m.offset()), m.content()));
    }

    private void assertGapsAreTheLosses(String set, String grows, int runs) throws Exception {
        JsonNode info = new ObjectMapper().readTree(shell().run("info", set, "--json").out());
        assertEquals(runs, info.path("runs").size());
        int losses = 0;
        for (JsonNode channel : info.path("channels")) {
            for (JsonNode partition : channel.path("partitions")) {
                for (JsonNode coverage : partition.path("coverage")) {
                    for (JsonNode gap : coverage.path("gaps")) {
                        if (gap.path("reason").asText().equals("retention")) {
                            assertEquals(grows, channel.path("channel").asText());
                            losses++;
                        } else {
                            assertEquals("sparse", gap.path("reason").asText(), channel.toString());
                        }
                    }
                }
            }
        }
        assertEquals(LOSSES.size(), losses);
        long recreated = 0;
        for (JsonNode run : info.path("runs")) {
            recreated += run.path("events").findValuesAsText("kind").stream().filter("channel-recreated"::equals)
                    .count();
        }
        assertEquals(RECREATIONS.size(), recreated);
    }

    private void assertRestored(KafkaServer kafka, String set, String grows, String compacted, String reborn) {
        for (String topic : List.of(grows, compacted, reborn)) {
            int older = 0;
            for (SortedMap<String, StoredMessage.Content> expected : seen.getOrDefault(topic, List.of())) {
                String source = older == 0 ? topic : topic + "%7E" + older;
                String target = "restored." + topic + "." + older++;
                Result restore = at(kafka, "restore " + set + " " + source + " --rename " + source + "=" + target
                        + " --stage test --write");
                assertEquals(0, restore.exit(), restore.err() + restore.out());
                List<StoredMessage.Content> found =
                        TopicReader.of(kafka).messages(target).stream().map(StoredMessage::content).toList();
                if (topic.equals(compacted)) {
                    assertTrue(expected.values().containsAll(found), "only what was there");
                    assertEquals(newest(List.copyOf(expected.values())), newest(found));
                } else {
                    assertEquals(List.copyOf(expected.values()), found, target);
                }
            }
        }
    }

    /// Compaction goes on by itself: what every reader must agree on is the newest value of each key.
    private static Map<String, StoredMessage.Content> newest(List<StoredMessage.Content> messages) {
        Map<String, StoredMessage.Content> newest = new TreeMap<>();
        messages.forEach(m -> newest.put(m.key().toString(), m));
        return newest;
    }
}
