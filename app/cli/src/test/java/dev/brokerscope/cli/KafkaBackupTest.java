package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.kafka.testkit.BulkTopic;
import dev.brokerscope.kafka.testkit.DamagedLog;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.kafka.testkit.TortureTopic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What happens to a real broker while it is backed up. Reading is slowed down, and data are larger than what is fetched
/// ahead, so that there is a while.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaBackupTest {

    private static final int MESSAGES = 12_000;
    private static final int SIZE = 1_000;

    @TempDir
    Path folder = Path.of("");

    private KafkaServer kafka = KafkaServer.start();
    private Shell shell = new Shell(folder, Path.of("target/plugins"));

    /// Something that is done to the broker.
    interface Deed {
        void run() throws Exception;
    }

    @BeforeEach
    void sitDown() {
        shell = new Shell(folder, Path.of("target/plugins"));
    }

    @AfterAll
    void stop() {
        kafka.close();
    }

    @Test
    void keepsWhatItHadReadOfATopicThatWasDeleted() throws Exception {
        String topic = bulk();
        Result result = backupWhile(topic, () -> new Topics(kafka).delete(topic));

        assertEquals(3, result.exit(), result.err() + result.out());
        assertTrue(result.out().contains("was deleted while it was read"), result.out());
        assertTrue(info(topic).contains("\"reason\" : \"truncated\""), info(topic));
        assertEquals(0, shell.run("verify", file(topic), "--deep").exit());
    }

    @Test
    void doesNotMixATopicWithItsSuccessorOfTheSameName() throws Exception {
        String topic = bulk();
        Result result = backupWhile(topic, () -> {
            new Topics(kafka).delete(topic);
            BulkTopic.create(kafka, topic, 1, MESSAGES, SIZE / 2);
        });

        assertEquals(3, result.exit(), result.err() + result.out());
        String values = shell.run("read", topic, "-c", file(topic), "--from", "oldest", "--format", "table", "--fields",
                "size").out();
        assertTrue(values.lines().noneMatch(l -> l.strip().equals("500 bytes")), values.substring(0, 200));
    }

    @Test
    void isCompleteWherePartitionsWereAddedAndSaysSo() throws Exception {
        String topic = bulk();
        Result result = backupWhile(topic, () -> admin(a -> a.createPartitions(
                Map.of(topic, NewPartitions.increaseTo(3))).all().get()));

        assertEquals(0, result.exit(), result.err() + result.out());
        assertTrue(result.out().contains("12,000 messages"), result.out());
        assertTrue(info(topic).contains("grew from 1 to 3 partitions"), info(topic));
    }

    @Test
    void saysWhatRetentionTookWhileItRead() throws Exception {
        String topic = bulk();
        Result result = backupWhile(topic, () -> admin(a -> a.deleteRecords(
                Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(11_000))).all().get()));

        assertEquals(3, result.exit(), result.err() + result.out());
        assertTrue(result.out().contains("Retention took offsets"), result.out());
        assertTrue(info(topic).contains("\"reason\" : \"retention\""), info(topic));
        assertEquals(0, shell.run("verify", file(topic), "--deep").exit());
    }

    @Test
    void goesOnByItselfWhenTheBrokerComesBack() throws Exception {
        try (KafkaServer other = KafkaServer.start()) {
            String topic = Topics.fresh("restarted");
            BulkTopic.create(other, topic, 2, MESSAGES, SIZE);
            Result result = during(topic, "backup " + topic + " --limit 4MB/s --out " + file(topic)
                    + " --broker kafka --set bootstrap.servers=" + other.bootstrapServers(), () -> {
                        other.stop();
                        other.restart();
                    });

            assertEquals(0, result.exit(), result.err() + result.out());
            assertTrue(result.out().contains("12,000 messages"), result.out());
            assertEquals(0, shell.line("diff " + file(topic) + " :: --broker kafka --set bootstrap.servers="
                    + other.bootstrapServers()).exit());
        }
    }

    @Test
    void readsAroundWhatIsDamagedOnTheBroker() throws Exception {
        String topic = bulk();
        DamagedLog.Batch batch = new DamagedLog(kafka).damage(topic, 0, 6_000);
        long lost = batch.last() - batch.first() + 1;

        Result result = at("backup " + topic + " --out " + file(topic) + " --verify deep");

        assertEquals(3, result.exit(), result.err() + result.out());
        assertTrue(result.out().contains("lost " + lost + " positions, reason: unreadable"), result.out());
        assertTrue(info(topic).contains("\"state\" : \"complete_with_gaps\"")
                || info(topic).contains("\"state\" : \"complete-with-gaps\""), info(topic));
    }

    @Test
    void keepsQuotas() throws Exception {
        String topic = new Topics(kafka).create(Topics.fresh("quota"), 1, Map.of());
        admin(a -> a.alterClientQuotas(List.of(new ClientQuotaAlteration(
                new ClientQuotaEntity(Map.of("client-id", "billing")),
                List.of(new ClientQuotaAlteration.Op("consumer_byte_rate", 5e6))))).all().get());

        Result result = at("backup " + topic + " --out " + file(topic));

        assertEquals(0, result.exit(), result.err() + result.out());
        assertTrue(shell.run("info", file(topic)).out().contains("client-id=billing"));
        assertTrue(info(topic).contains("consumer_byte_rate"), info(topic));
        assertTrue(shell.run("describe", topic, "-c", file(topic)).out().contains("client-id=billing"));
    }

    @Test
    void tellsAbortedMessagesFromMarkersWhenAsked() throws Exception {
        String topic = Topics.fresh("torture");
        TortureTopic.create(kafka, topic, 2, 7).fill(400);

        Result result = at("backup " + topic + " --measure-aborted --verify deep --out " + file(topic));

        assertEquals(0, result.exit(), result.err() + result.out());
        Result all = at("backup " + topic + " --isolation all --out " + shell.file(topic + "-all.msgdb") + " --json");
        Result committed = at("backup " + topic + " --out " + shell.file(topic + "-c.msgdb") + " --json");
        assertTrue(messages(all) > messages(committed), all.out());
        assertEquals(messages(all) - messages(committed), aborted(topic));
    }

    private long aborted(String topic) throws Exception {
        Path plain = Path.of(file(topic));
        try (var archive = dev.brokerscope.archive.Archive.open(plain)) {
            return archive.contents().channels().getFirst().partitions().stream()
                    .flatMap(p -> p.coverage().stream()).flatMap(c -> c.gaps().stream())
                    .filter(g -> g.reason() == dev.brokerscope.api.broker.GapReason.ABORTED && g.measured())
                    .mapToLong(g -> g.next().lo() - g.from().lo()).sum();
        }
    }

    private static long messages(Result report) {
        return Long.parseLong(report.out().lines().filter(l -> l.startsWith("  \"messages\"")).findFirst().orElseThrow()
                .replaceAll("\\D", ""));
    }

    private String bulk() {
        String topic = Topics.fresh("bulk");
        BulkTopic.create(kafka, topic, 1, MESSAGES, SIZE);
        return topic;
    }

    private String file(String topic) {
        return shell.file(topic + ".msgdb");
    }

    private String info(String topic) {
        return shell.run("info", file(topic), "--json").out();
    }

    private Result at(String line) {
        return shell.line(line + " --broker kafka --set bootstrap.servers=" + kafka.bootstrapServers());
    }

    private Result backupWhile(String topic, Deed deed) throws Exception {
        return during(topic, "backup " + topic + " --limit 4MB/s --out " + file(topic)
                + " --broker kafka --set bootstrap.servers=" + kafka.bootstrapServers(), deed);
    }

    /// The deed is done once the cut is taken and reading has begun.
    private Result during(String topic, String line, Deed deed) throws Exception {
        Path partial = Path.of(file(topic) + ".partial");
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                while (!Files.exists(partial)) {
                    Thread.sleep(10);
                }
                Thread.sleep(700);
                deed.run();
                done.complete(true);
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        Result result = shell.line(line);
        done.get();
        return result;
    }

    private void admin(AdminDeed deed) throws Exception {
        try (Admin admin = Admin.create(kafka.clientProperties(Listener.PLAIN))) {
            deed.run(admin);
        }
    }

    /// Something an administrator does.
    interface AdminDeed {
        void run(Admin admin) throws Exception;
    }
}
