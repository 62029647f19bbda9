package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.kafka.testkit.BulkTopic;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Several processes that share one backup.
@ExtendWith(SharedKafka.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent by kill")
class WorkersTest {

    @TempDir
    Path folder = Path.of("");

    private final KafkaServer kafka;

    WorkersTest(KafkaServer kafka) {
        this.kafka = kafka;
    }

    @Test
    void threeWorkersOfWhomOneIsKilledMakeWhatOneProcessMakes() throws Exception {
        String topic = BulkTopic.create(kafka, Topics.fresh("shared"), 6, 60_000, 1_000).name();
        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            workers.add(worker(i, topic, "--limit", "3MB/s"));
        }
        Process victim = workers.getLast();
        while (victim.isAlive() && shardsOf(victim.pid()) == 0) {
            Thread.sleep(50);
        }
        Thread.sleep(1_500);
        assertTrue(victim.isAlive(), err(2));
        victim.destroyForcibly().waitFor();

        assertEquals(0, exit(workers.get(0)), err(0));
        assertEquals(0, exit(workers.get(1)), err(1));
        assertEquals(0, exit(start("verify", 7, "verify", "set", "--deep")), err(7));
        assertEquals(0, exit(start("alone", 8, broker("backup", topic, "--out", "alone.msgdb", "--json"))), err(8));
        JsonNode alone = json("alone");
        JsonNode set = json("worker-0");
        assertEquals("complete", set.path("outcome").asText());
        assertEquals(60_000, set.path("messages").asLong());
        assertEquals(alone.path("channels").path(0).path("contentHashes"),
                set.path("channels").path(0).path("contentHashes"));
        try (Admin admin = Admin.create(kafka.clientProperties(Listener.PLAIN))) {
            assertEquals(Map.of(), admin.listConsumerGroupOffsets("shift-" + topic).partitionsToOffsetAndMetadata()
                    .get());
        }
    }

    @Test
    void encryptedShardsOfWhichOneWriterIsKilledAreReadWithTheKeyOnly() throws Exception {
        String topic = BulkTopic.create(kafka, Topics.fresh("secret"), 4, 20_000, 1_000).name();
        Files.writeString(folder.resolve("key"), "a key file of more than thirty-two bytes: 0123456789");
        String[] more = {"--encrypt-key-file", folder.resolve("key").toString(), "--limit", "2MB/s"};
        Process stays = worker(0, topic, more);
        Process victim = worker(1, topic, more);
        while (victim.isAlive() && shardsOf(victim.pid()) == 0) {
            Thread.sleep(50);
        }
        Thread.sleep(1_000);
        assertTrue(victim.isAlive(), err(1));
        victim.destroyForcibly().waitFor();

        assertEquals(0, exit(stays), err(0));
        String key = "@file:" + folder.resolve("key");
        assertEquals(12, exit(start("locked", 6, "verify", "set", "--deep")), err(6));
        assertEquals(0, exit(start("verify", 7, "verify", "set", "--deep", "--key", key)), err(7));
        assertEquals(0, exit(start("alone", 8, broker("backup", topic, "--out", "alone.msgdb", "--json"))), err(8));
        assertEquals(0, exit(start("diff", 9, "diff", "alone.msgdb", "./set", "--key", key)), err(9));
        try (Stream<Path> files = Files.list(folder.resolve("set"))) {
            for (Path volume : files.filter(f -> f.toString().endsWith(".msgdb")).toList()) {
                assertFalse(Files.readString(volume, StandardCharsets.ISO_8859_1).contains("warehouse"),
                        volume + " holds payload in the clear");
            }
        }
    }

    @Test
    void aWorkerThatComesTooLateFindsEverythingDone() throws Exception {
        String topic = BulkTopic.create(kafka, Topics.fresh("late"), 2, 1_000, 100).name();

        assertEquals(0, exit(worker(0, topic)), err(0));
        assertEquals(0, exit(worker(1, topic)), err(1));

        assertEquals(1_000, json("worker-1").path("messages").asLong());
    }

    @Test
    void joiningAGroupNeedsConsent() throws Exception {
        String topic = BulkTopic.create(kafka, Topics.fresh("consent"), 1, 10, 100).name();

        assertEquals(5, exit(start("refused", 0, broker("backup", topic, "--out", "set/", "--workers-group", "any"))));

        assertTrue(err(0).contains("--consent joins-group"), err(0));
    }

    @Test
    void workersOfOtherPlansAreRefused() throws Exception {
        String topic = BulkTopic.create(kafka, Topics.fresh("plan"), 1, 10, 100).name();
        assertEquals(0, exit(worker(0, topic)), err(0));

        assertEquals(5, exit(worker(1, topic, "--filter", "other")));

        assertTrue(err(1).contains("holds a backup of something else"), err(1));
    }

    private Process worker(int number, String topic, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("backup", topic, "--out", "set/", "--workers-group",
                "shift-" + topic, "--consent", "joins-group", "--json"));
        words.addAll(List.of(more));
        return start("worker-" + number, number, broker(words.toArray(String[]::new)));
    }

    private String[] broker(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--broker", "kafka", "--set", "bootstrap.servers=" + kafka.bootstrapServers()));
        return all.toArray(String[]::new);
    }

    private Process start(String out, int err, String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dbrokerscope.plugins=" + Path.of("target/plugins").toAbsolutePath(), "-cp",
                        System.getProperty("java.class.path"), "dev.brokerscope.cli.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(folder.resolve(out + ".out").toFile())
                .redirectError(folder.resolve("err" + err).toFile());
        builder.environment().put("HOME", folder.resolve("home" + err).toString());
        builder.environment().keySet().removeIf(k -> k.startsWith("XDG_") || k.equals("BROKERSCOPE_CONNECTION"));
        return builder.start();
    }

    /// Unfinished volumes that the process writes: its lock files say so.
    private long shardsOf(long pid) throws IOException {
        Path set = folder.resolve("set");
        if (!Files.isDirectory(set)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(set)) {
            return files.filter(f -> f.toString().endsWith(".msgdb.lock")).filter(f -> isOf(f, pid)).count();
        }
    }

    private static boolean isOf(Path lock, long pid) {
        try {
            return Files.readString(lock).startsWith(pid + "\n");
        } catch (IOException gone) {
            return false;
        }
    }

    private String err(int number) throws IOException {
        return Files.readString(folder.resolve("err" + number));
    }

    private JsonNode json(String out) throws IOException {
        return new JsonMapper().readTree(folder.resolve(out + ".out").toFile());
    }

    private static int exit(Process process) throws InterruptedException {
        assertTrue(process.waitFor(180, TimeUnit.SECONDS));
        return process.exitValue();
    }
}
