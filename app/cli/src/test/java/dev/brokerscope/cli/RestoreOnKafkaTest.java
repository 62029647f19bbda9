package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.kafka.testkit.BulkTopic;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.StoredMessage;
import dev.brokerscope.kafka.testkit.TopicReader;
import dev.brokerscope.kafka.testkit.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Restores that are killed, whose broker restarts, whose topic goes: on a real broker of their own, seen by a plain
/// consumer.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes are killed")
class RestoreOnKafkaTest {

    private static final int MESSAGES = 6_000;
    private static KafkaServer kafka;
    private static String source = "";

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeAll
    static void startBroker() {
        kafka = KafkaServer.start();
        source = Topics.fresh("source");
        BulkTopic.create(kafka, source, 3, MESSAGES, 300);
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @BeforeEach
    void backUp() {
        shell = new Shell(folder, Path.of("target/plugins"));
        assertEquals(0, shell.line("backup " + source + " --out " + shell.file("all.msgdb") + " --verify none"
                + where()).exit());
    }

    private static String where() {
        return " --broker kafka --set bootstrap.servers=" + kafka.bootstrapServers();
    }

    private String restore(String target, String more) {
        return "restore " + shell.file("all.msgdb") + " --state " + folder.resolve("state") + " --rename " + source
                + "=" + target + " --stage test --write"
                + where() + (more.isEmpty() ? "" : " " + more.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--transactional", "--partitions by-key", "--partitions one",
        "--partitions by-key --transactional"})
    void aKilledOneContinuesWithoutLossOrDuplicate(String how) throws Exception {
        String target = Topics.fresh("killed");
        String command = restore(target, how + " --limit 2000msg/s").strip();
        killAfterWriting(command, target);
        killAfterWriting(command + " --resume", target);

        Process resumed = start(command.replace(" --limit 2000msg/s", "") + " --resume");

        assertTrue(resumed.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, resumed.exitValue(), Files.readString(folder.resolve("err")));
        assertSameMessages(target);
        if (!how.contains("--partitions")) {
            assertEquals(TopicReader.of(kafka).digests(source), TopicReader.of(kafka).digests(target));
        }
    }

    @Test
    void survivesARestartOfTheBroker() throws Exception {
        String target = Topics.fresh("restarted");
        Thread restarting = Thread.ofPlatform().start(() -> {
            try {
                awaitMessages(target, 1_000);
                kafka.stop();
                kafka.restart();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        Result restored = shell.line(restore(target, "--limit 2000msg/s"));
        restarting.join();

        assertEquals(0, restored.exit(), restored.err() + restored.out());
        assertEquals(TopicReader.of(kafka).digests(source), TopicReader.of(kafka).digests(target));
    }

    /// Long before the producer gives up looking for it, after two minutes.
    @ParameterizedTest
    @ValueSource(strings = {"", "--transactional"})
    @Timeout(60)
    void saysThatItsTopicWasDeletedMeanwhile(String how) throws Exception {
        String target = Topics.fresh("deleted");
        Thread deleting = Thread.ofPlatform().start(() -> {
            try {
                awaitMessages(target, 1_000);
                new Topics(kafka).delete(target);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        Result restored = shell.line(restore(target, "--limit 500msg/s " + how));
        deleting.join();

        assertEquals(3, restored.exit(), restored.err() + restored.out());
        assertTrue(restored.err().contains("was deleted while it was being written"), restored.err());
    }

    @Test
    void countsAndNamesMessagesThatAreTooLargeAndKeepsTheirNeighbours() throws Exception {
        String large = new Topics(kafka).create(Topics.fresh("large"), 1, Map.of());
        Random random = new Random(1);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka.clientProperties(Listener.PLAIN),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 300; i++) {
                byte[] value = new byte[i % 100 == 50 ? 20_000 : 50];
                random.nextBytes(value);
                producer.send(new ProducerRecord<>(large, 0, 1_790_000_000_000L + i, null, value));
            }
        }
        String target = new Topics(kafka).create(Topics.fresh("narrow"), 1, Map.of("max.message.bytes", "4000"));
        assertEquals(0, shell.line("backup " + large + " --out " + shell.file("large.msgdb") + where()).exit());

        for (String how : List.of("", " --transactional --into-existing append")) {
            Result restored = shell.line("restore " + shell.file("large.msgdb") + " --rename " + large + "=" + target
                    + " --stage test --write --no-compare" + where() + how);

            assertEquals(3, restored.exit(), restored.err() + restored.out());
            assertTrue(restored.out().contains("3 messages refused"), restored.out());
            assertTrue(restored.out().contains("partition 0, 50"), restored.out());
        }
        List<Integer> sizes = TopicReader.of(kafka).messages(target).stream()
                .map(m -> m.content().value().orElseThrow().length()).distinct().toList();
        assertEquals(List.of(50), sizes);
        assertEquals(2 * 297, TopicReader.of(kafka).messages(target).size());
    }

    private void killAfterWriting(String command, String target) throws Exception {
        long before = written(target);
        Process process = start(command);
        try {
            long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (written(target) < before + 700 && process.isAlive()) {
                assertTrue(System.nanoTime() < deadline, Files.readString(folder.resolve("err")));
                Thread.sleep(20);
            }
            assertTrue(process.isAlive(), Files.readString(folder.resolve("err")));
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        }
    }

    private static void awaitMessages(String topic, long count) throws Exception {
        while (written(topic) < count) {
            Thread.sleep(20);
        }
    }

    /// Messages and marks; none where there is no such topic yet.
    private static long written(String topic) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.clientProperties(Listener.PLAIN))) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            admin.describeTopics(List.of(topic)).allTopicNames().get().values().forEach(d -> d.partitions()
                    .forEach(p -> ends.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
            return admin.listOffsets(ends).all().get().values().stream().mapToLong(o -> o.offset()).sum();
        } catch (java.util.concurrent.ExecutionException notYet) {
            return 0;
        }
    }

    private void assertSameMessages(String target) {
        assertEquals(byContent(source), byContent(target));
    }

    private static Map<StoredMessage.Content, Long> byContent(String topic) {
        return TopicReader.of(kafka).messages(topic).stream().map(StoredMessage::content).collect(
                java.util.stream.Collectors.groupingBy(c -> c, java.util.stream.Collectors.counting()));
    }

    private Process start(String line) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dbrokerscope.plugins=" + Path.of("target/plugins").toAbsolutePath(), "-cp",
                System.getProperty("java.class.path"), "dev.brokerscope.cli.Main"));
        command.addAll(List.of(line.split(" ")));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile()).start();
    }
}
