package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.kafka.testkit.CompactedTopic;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.RawProducer;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.TopicReader;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.kafka.testkit.TortureTopic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The main job on a real broker, witnessed by a plain consumer that has no code of ours.
@ExtendWith(SharedKafka.class)
class EveryMessageComesBackTest {

    private static final long SEED = 4711;

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void sitDown() {
        shell = new Shell(folder, Path.of("target/plugins"));
    }

    private Result at(KafkaServer kafka, String line) {
        return shell.line(line + " --broker kafka --set bootstrap.servers=" + kafka.bootstrapServers());
    }

    private Result done(KafkaServer kafka, String line) {
        Result result = at(kafka, line);
        assertEquals(0, result.exit(), line + ": " + result.err() + result.out());
        return result;
    }

    private static void assertSame(KafkaServer kafka, String source, String restored) {
        assertEquals(TopicReader.of(kafka).contents(source), TopicReader.of(kafka).contents(restored),
                restored + " against " + source);
    }

    private static void send(KafkaServer kafka, String topic, long timestamp, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka.clientProperties(Listener.PLAIN),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, timestamp, bytes("key"), value)).get();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void ofUglyCompactedAndEmptyTopicsInOneArchive(KafkaServer kafka) throws Exception {
        String torture = Topics.fresh("torture");
        TortureTopic.create(kafka, torture, 4, SEED).fill(600);
        String compacted = CompactedTopic.create(kafka, Topics.fresh("compacted"));
        String empty = new Topics(kafka).create(Topics.fresh("empty"), 2, Map.of());
        String archive = shell.file("all.msgdb");

        done(kafka, "backup " + String.join(" ", torture, compacted, empty) + " --out " + archive);
        assertEquals(0, shell.run("verify", archive, "--deep").exit());
        String info = shell.run("info", archive).out();
        for (String topic : List.of(torture, compacted, empty)) {
            assertTrue(info.contains(topic), info);
        }
        done(kafka, "restore " + archive + " --dry-run --prefix all.");
        done(kafka, "restore " + archive + " --prefix all. --stage test --write");
        done(kafka, "diff " + archive + " :: --prefix all.");

        assertSame(kafka, torture, "all." + torture);
        assertSame(kafka, compacted, "all." + compacted);
        assertSame(kafka, empty, "all." + empty);
    }

    /// With `-Dbrokerscope.torture=1000000` the long run.
    @ParameterizedTest
    @ValueSource(strings = {"", " --transactional"})
    void ofALongUglyTopicWithItsGroupsOnTheSameMessages(String how, KafkaServer kafka) throws Exception {
        int messages = Integer.getInteger("brokerscope.torture", 25_000);
        String torture = new Topics(kafka).create(Topics.fresh("long"), 4, Map.of(
                "message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE), "max.message.bytes", "33554432"));
        new TortureTopic(kafka, torture, 4, SEED + how.length()).fill(messages);
        sendLarge(kafka, torture, 20 << 20);
        GroupWitness groups = new GroupWitness(kafka, torture);
        groups.commitEverywhere("billing-" + torture, new SplittableRandom(SEED));
        String archive = shell.file("long.msgdb");

        done(kafka, "backup " + torture + " --out " + archive);
        done(kafka, "restore " + archive + " --prefix long. --groups --stage test --write" + how);

        assertEquals(TopicReader.of(kafka).digests(torture), TopicReader.of(kafka).digests("long." + torture));
        assertEquals(groups.waiting("billing-" + torture),
                new GroupWitness(kafka, "long." + torture).waiting("billing-" + torture));
    }

    private static void sendLarge(KafkaServer kafka, String topic, int size) throws Exception {
        Map<String, Object> client = new HashMap<>(kafka.clientProperties(Listener.PLAIN));
        client.putAll(Map.of("max.request.size", size + 1_000, "buffer.memory", 2L * size));
        byte[] large = new byte[size];
        new Random(SEED).nextBytes(large);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client, new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, 1_790_000_000_000L, bytes("large"), large)).get();
        }
    }

    @Test
    void ofLinesInATopicThatTheImportCreates(KafkaServer kafka) throws Exception {
        String torture = Topics.fresh("lines");
        TortureTopic.create(kafka, torture, 3, SEED).fill(600);
        String lines = shell.file("lines.jsonl");

        done(kafka, "export " + torture + " --out " + lines);
        done(kafka, "restore " + lines + " --prefix back. --stage test --write");

        assertSame(kafka, torture, "back." + torture);
    }

    @Test
    void ofLinesWhoseDecodedTreeIsVeryDeep(KafkaServer kafka) throws Exception {
        String deep = new Topics(kafka).create(Topics.fresh("deep"), 1, Map.of());
        send(kafka, deep, 1_790_000_000_000L, bytes("[".repeat(2_000) + "]".repeat(2_000)));
        String lines = shell.file("deep.jsonl");

        done(kafka, "export " + deep + " --out " + lines);
        done(kafka, "restore " + lines + " --prefix back. --stage test --write");

        assertSame(kafka, deep, "back." + deep);
    }

    @Test
    void orIsNamedWhereKafkaCannotKeepItsTime(KafkaServer kafka) throws Exception {
        String timeless = new Topics(kafka).create(Topics.fresh("timeless"), 1, Map.of());
        new RawProducer(kafka).send(timeless, 0, -1, bytes("key"), bytes("value"));
        String archive = shell.file("timeless.msgdb");
        done(kafka, "backup " + timeless + " --out " + archive);

        assertTrue(done(kafka, "restore " + archive + " --dry-run --prefix back.").out()
                .contains("back." + timeless + ": Some messages have a negative timestamp"));
        Result restored = at(kafka, "restore " + archive + " --prefix back. --stage test --write");

        assertEquals(3, restored.exit(), restored.err() + restored.out());
        assertTrue(restored.out().contains("Equal to the archive but for the time of 1 message."), restored.out());
        assertTrue(restored.out().contains("not kept: the time before 1970 of 1 message"), restored.out());
    }
}
