package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.kafka.testkit.Certificates;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.KafkaSetup;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.TopicReader;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.kafka.testkit.TortureTopic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A real broker and the plugins as users have them: folders of jars.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaTest {

    private static final long SEED = 20261122;

    @TempDir
    Path folder = Path.of("");

    private KafkaServer kafka = KafkaServer.start(KafkaSetup.plain().with(Listener.SASL_PLAIN).with(Listener.TLS));
    private Shell shell = new Shell(folder, Path.of("target/plugins"));

    @BeforeEach
    void sitDown() {
        shell = new Shell(folder, Path.of("target/plugins"));
    }

    @AfterAll
    void stop() {
        kafka.close();
    }

    private Result at(String line) {
        return shell.line(line + " --broker kafka --set bootstrap.servers=" + kafka.bootstrapServers());
    }

    private Result done(String line) {
        Result result = at(line);
        assertEquals(0, result.exit(), line + ": " + result.err() + result.out());
        return result;
    }

    @Test
    void theWholeStoryEndsWithAnEqualTopic() throws Exception {
        String topic = Topics.fresh("story");
        TortureTopic.create(kafka, topic, 3, SEED).fill(300);
        String archive = shell.file(topic + ".msgdb");
        done("backup " + topic + " --out " + archive);
        assertEquals(0, shell.run("verify", archive, "--deep").exit());
        assertEquals(0, shell.run("info", archive).exit());
        done("restore " + archive + " --dry-run --prefix story.");
        done("restore " + archive + " --prefix story. --stage test --write");
        done("diff " + archive + " :: --prefix story.");
        assertEquals(new TopicReader(kafka.clientProperties(Listener.PLAIN)).contents(topic),
                new TopicReader(kafka.clientProperties(Listener.PLAIN)).contents("story." + topic));
    }

    @Test
    void jsonLinesComeBackEqual() throws Exception {
        String topic = Topics.fresh("lines");
        TortureTopic.create(kafka, topic, 3, SEED).fill(300);
        String lines = shell.file(topic + ".jsonl");
        done("export " + topic + " --out " + lines);
        String copy = Topics.fresh("copy");
        TortureTopic.create(kafka, copy, 3, SEED);
        done("import " + lines + " --into " + copy + " --stage test --write");
        assertEquals(new TopicReader(kafka.clientProperties(Listener.PLAIN)).contents(topic),
                new TopicReader(kafka.clientProperties(Listener.PLAIN)).contents(copy));
    }

    @Test
    void messagesAreReadWithoutAGroup() throws Exception {
        String topic = Topics.fresh("read");
        TortureTopic.create(kafka, topic, 3, SEED).fill(300);
        Result newest = done("read " + topic + " --last 5 --json");
        assertEquals(5, newest.out().lines().filter(l -> !l.startsWith("{\"gap\"")).count());
        assertTrue(done("describe " + topic).out().contains("cleanup.policy"));
        assertTrue(done("channels " + topic).out().contains(topic));
    }

    @Test
    void aClosedPortIsSaidWithinSeconds() {
        long start = System.nanoTime();
        Result result = shell.line("channels --broker kafka --set bootstrap.servers=127.0.0.1:1");
        assertEquals(13, result.exit(), result.err());
        assertTrue(result.err().contains("127.0.0.1:1"), result.err());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 30, "a bound of liveness");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() throws Exception {
        Files.writeString(folder.resolve("password"), "hunter2");
        Result result = shell.line("channels --broker kafka --set bootstrap.servers="
                + kafka.bootstrapServers(Listener.SASL_PLAIN)
                + " --set security.protocol=SASL_PLAINTEXT --set sasl.mechanism=PLAIN --set sasl.username="
                + KafkaServer.USER
                + " --set sasl.password=@file:" + shell.file("password"));
        assertEquals(13, result.exit(), result.err());
        assertFalse(result.err().contains("hunter2"));
    }

    @Test
    void aTrustStoreOfAnotherAuthorityIsSaid() throws Exception {
        Files.writeString(folder.resolve("store"), Certificates.PASSWORD);
        Result result = shell.line("channels --broker kafka --set bootstrap.servers="
                + kafka.bootstrapServers(Listener.TLS) + " --set security.protocol=SSL --set ssl.truststore.location="
                + kafka.certificates().strangerTrustStore() + " --set ssl.truststore.password=@file:"
                + shell.file("store"));
        assertEquals(13, result.exit(), result.err());
        assertTrue(result.err().contains("unknown authority") && result.err().contains("trust store"), result.err());
    }

    @Test
    void anUnknownTopicIsSaidAndNotCreated() {
        assertEquals(10, at("read nowhere-at-all").exit());
        assertFalse(done("channels").out().contains("nowhere-at-all"));
    }
}
