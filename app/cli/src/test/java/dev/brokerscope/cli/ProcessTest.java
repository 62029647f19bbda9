package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.kafka.testkit.BulkTopic;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own shows: signals, pipes, locales, homes.
@ExtendWith(SharedKafka.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent by kill")
class ProcessTest {

    @TempDir
    Path folder = Path.of("");

    private Process start(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dbrokerscope.plugins=" + Path.of("target/plugins").toAbsolutePath(), "-cp",
                        System.getProperty("java.class.path"), "dev.brokerscope.cli.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(k -> k.startsWith("XDG_") || k.equals("BROKERSCOPE_CONNECTION"));
        return builder.start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private int exit(Process process) throws IOException, InterruptedException {
        process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    private void interruptedBackup(KafkaServer kafka, String signal, int exit) throws Exception {
        String topic = Topics.fresh("bulk");
        BulkTopic.create(kafka, topic, 2, 150_000, 1_000);
        String[] words = {"backup", topic, "--out", "bulk.msgdb", "--verify", "none", "--broker", "kafka", "--set",
            "bootstrap.servers=" + kafka.bootstrapServers()};
        Process process = start(words);
        while (process.isAlive() && !Files.exists(folder.resolve("bulk.msgdb.partial"))) {
            Thread.sleep(20);
        }
        Thread.sleep(300);
        signal(process, signal);
        assertEquals(exit, exit(process), err());
        assertTrue(err().contains("--resume"), err());
        List<String> resume = new ArrayList<>(List.of(words));
        resume.add("--resume");
        assertEquals(0, exit(start(resume.toArray(String[]::new))), err());
        assertEquals(0, exit(start("verify", "bulk.msgdb", "--deep")), err());
    }

    @Test
    void anInterruptedBackupCanBeResumed(KafkaServer kafka) throws Exception {
        interruptedBackup(kafka, "INT", 130);
    }

    @Test
    void aTerminatedBackupCanBeResumed(KafkaServer kafka) throws Exception {
        interruptedBackup(kafka, "TERM", 143);
    }

    @Test
    void followingEndsQuietlyOnAnInterrupt(KafkaServer kafka) throws Exception {
        String topic = new Topics(kafka).create(Topics.fresh("follow"), 1, java.util.Map.of());
        Process process = start("read", topic, "--follow", "--broker", "kafka", "--set",
                "bootstrap.servers=" + kafka.bootstrapServers());
        Thread.sleep(3_000);
        signal(process, "INT");
        assertEquals(130, exit(process), err());
        assertFalse(err().contains("Exception"), err());
    }

    @Test
    void aClosedPipeEndsQuietly() throws Exception {
        Process process = start("reference");
        process.getInputStream().close();
        assertEquals(0, exit2(process), err());
        assertEquals("", err());
    }

    private static int exit2(Process process) throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    @Test
    void withoutAHomeThatCanBeWrittenReadingWorks(KafkaServer kafka) throws Exception {
        Files.writeString(folder.resolve("home"), "a file, no folder");
        String topic = Topics.fresh("homeless");
        BulkTopic.create(kafka, topic, 1, 10, 100);
        Process process = start("read", topic, "--last", "3", "--json", "--broker", "kafka", "--set",
                "bootstrap.servers=" + kafka.bootstrapServers());
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, exit(process), err());
        assertEquals(3, out.lines().count());
    }

    @Test
    void withoutAHomeThatCanBeWrittenWritingNeedsAStateFolder(KafkaServer kafka) throws Exception {
        Files.writeString(folder.resolve("home"), "a file, no folder");
        Files.writeString(folder.resolve("one.jsonl"),
                "{\"channel\":\"" + Topics.fresh("state")
                        + "\",\"partition\":0,\"key\":null,\"value\":{\"text\":\"x\"}}\n");
        List<String> words = new ArrayList<>(List.of("import", "one.jsonl", "--write", "--stage", "test", "--broker",
                "kafka", "--set", "bootstrap.servers=" + kafka.bootstrapServers()));
        assertEquals(5, exit(start(words.toArray(String[]::new))), err());
        assertTrue(err().contains("--state"), err());
        words.addAll(List.of("--state", folder.resolve("state").toString()));
        assertEquals(0, exit(start(words.toArray(String[]::new))), err());
    }
}
