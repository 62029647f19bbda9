package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import dev.brokerscope.testkit.SessionContract;
import dev.brokerscope.testkit.SessionFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The reading half of the contract on a topic of committed and aborted transactions that ends with an aborted one.
@ExtendWith(GuardedKafka.class)
final class KafkaTransactionsTest extends SessionContract {

    private final KafkaServer server;
    private Optional<Filled> filled = Optional.empty();

    KafkaTransactionsTest(KafkaServer server) {
        this.server = server;
    }

    @Override
    public Session connect() throws Exception {
        return new Connecting(server).session();
    }

    @Override
    public Filled filled() {
        if (filled.isEmpty()) {
            filled = Optional.of(fill());
        }
        return filled.orElseThrow();
    }

    private Filled fill() {
        String topic =
                new Topics(server).create(Topics.fresh("transactions"), 2, Map.of("max.message.bytes", "4000000"));
        List<Message> messages = SeededMessages.ofThisRun().generate(120, 2);
        Map<String, Object> client = new HashMap<>(server.clientProperties(Listener.PLAIN));
        client.put("transactional.id", topic);
        client.put("max.request.size", 4 << 20);
        KafkaRecords records = new KafkaRecords(PublishRequest.restore(KafkaPlugin.topic(topic)), 2);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client, new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            for (int i = 0; i < messages.size(); i += 10) {
                transaction(producer, messages.subList(i, i + 10), records, true);
                transaction(producer, messages.subList(i + 7, i + 10), records, false);
            }
        }
        return new Filled(KafkaPlugin.topic(topic), new Witness(server).messages(topic));
    }

    private static void transaction(KafkaProducer<byte[], byte[]> producer, List<Message> messages,
            KafkaRecords records,
            boolean commit) {
        producer.beginTransaction();
        for (Message message : messages) {
            ProducerRecord<byte[], byte[]> record = records.of(message);
            producer.send(record);
        }
        producer.flush();
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    @Test
    void seesCommittedMessagesOnly() {
        assertEquals(120, filled().messages().size());
    }

    @Test
    void seesAbortedMessagesWhereAskedForAll() throws Exception {
        try (Session session = connect()) {
            var request = SessionFixture.everything(session.describe(filled().channel())).isolated(Isolation.ALL);
            assertEquals(120 + 36, Readout.of(session, request).messages().size());
        }
    }

    @Test
    void infersThatHolesAreTransactional() throws Exception {
        try (Session session = connect()) {
            Readout readout = Readout.of(session, SessionFixture.everything(session.describe(filled().channel())));
            assertTrue(!readout.gaps().isEmpty() && readout.gaps().stream()
                    .allMatch(g -> g.reason() == GapReason.TRANSACTIONAL && !g.measured()), () -> "" + readout.gaps());
        }
    }
}
