package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Following a real topic, through a restart of its broker.
class FollowKafkaTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void survivesARestartOfTheBrokerAndIsSealedWhenItIsStopped() throws Exception {
        try (KafkaServer kafka = KafkaServer.start()) {
            String topic = new Topics(kafka).create(Topics.fresh("followed"), 2, Map.of());
            produce(kafka, topic, 50);
            Shell shell = new Shell(folder, Path.of("target/plugins"));
            FutureTask<Result> backup = new FutureTask<>(() -> shell.line("backup " + topic
                    + " --follow --since-last --out " + shell.file("live") + "/ --broker kafka --set bootstrap.servers="
                    + kafka.bootstrapServers()));
            Thread thread = Thread.ofPlatform().start(backup);
            awaitSaved(backup, 50);
            kafka.restart();
            produce(kafka, topic, 30);
            awaitSaved(backup, 80);
            thread.interrupt();
            Result stopped = backup.get(60, TimeUnit.SECONDS);
            assertEquals(130, stopped.exit(), stopped.err());
            assertTrue(stopped.err().contains("--since-last"), stopped.err());
            Result check = shell.line("verify " + shell.file("live") + " --deep");
            assertEquals(0, check.exit(), check.out());
            assertTrue(check.out().contains("80 messages"), check.out());
        }
    }

    private static void produce(KafkaServer kafka, String topic, int count) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(kafka.clientProperties(Listener.PLAIN),
                new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, i % 2, "key-" + i, "value " + i));
            }
        }
    }

    private void awaitSaved(FutureTask<Result> backup, long messages) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (saved() < messages) {
            assertTrue(!backup.isDone(), () -> "it ended: " + backup.resultNow());
            assertTrue(System.nanoTime() < deadline, "saved in time");
            Thread.sleep(200);
        }
    }

    private long saved() {
        try (Archive archive = Archive.open(folder.resolve("live"))) {
            return archive.contents().channels().stream().flatMap(c -> c.partitions().stream())
                    .flatMap(p -> p.coverage().stream()).mapToLong(ArchiveContents.Coverage::messages).sum();
        } catch (FaultException notThereYet) {
            return 0;
        }
    }
}
