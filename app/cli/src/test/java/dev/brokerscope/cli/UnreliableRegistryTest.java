package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.kafka.testkit.registry.RegistryManners;
import dev.brokerscope.kafka.testkit.registry.SchemaRegistryServer;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages are shown and saved whatever becomes of their schemas, and what is missing is said.
@ExtendWith(SharedKafka.class)
class UnreliableRegistryTest {

    /// Schema 7, then a string of three bytes.
    private static final byte[] FRAMED = {0, 0, 0, 0, 7, 6, 't', 'e', 'a'};

    @TempDir
    Path folder = Path.of("");

    private String topic(KafkaServer kafka) throws Exception {
        String topic = new Topics(kafka).create(Topics.fresh("framed"), 1, Map.of());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka.clientProperties(Listener.PLAIN),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, FRAMED)).get();
        }
        return topic;
    }

    private Result at(KafkaServer kafka, String registry, String line) {
        return new Shell(folder, Path.of("target/plugins")).line(line + " --broker kafka --set bootstrap.servers="
                + kafka.bootstrapServers() + " --registry " + registry);
    }

    private void assertSavedWithout(KafkaServer kafka, String registry, String reason) throws Exception {
        String topic = topic(kafka);
        String archive = folder.resolve(topic + ".msgdb").toString();

        Result shown = at(kafka, registry, "read " + topic);
        assertEquals(0, shown.exit(), shown.err());
        assertTrue(shown.out().contains(reason), shown.out());
        Result saved = at(kafka, registry, "backup " + topic + " --out " + archive);
        assertEquals(3, saved.exit(), saved.err() + saved.out());
        assertTrue(saved.out().contains("1 message of 1 channel") && saved.out().contains(reason), saved.out());
        assertFalse(saved.err().contains("Exception"), saved.err());
        Result whole = new Shell(folder).run("verify", archive, "--deep");
        assertEquals(0, whole.exit(), whole.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WRONG_FORMAT | answered with a web page
            WRONG_SHAPE  | holds no schema
            REDIRECTING  | which was refused
            FAILING      | answered with status 500
            """)
    void costsOnlyTheSchemas(RegistryManners manners, String reason, KafkaServer kafka) throws Exception {
        try (SchemaRegistryServer registry = SchemaRegistryServer.start()) {
            registry.behave(manners);
            assertSavedWithout(kafka, registry.url(), reason);
        }
    }

    @Test
    void thatIsDownCostsOnlyTheSchemas(KafkaServer kafka) throws Exception {
        assertSavedWithout(kafka, "http://127.0.0.1:1", "does not accept connections");
    }
}
