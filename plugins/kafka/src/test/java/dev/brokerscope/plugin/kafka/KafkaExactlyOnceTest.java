package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Publishing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a restore relies on to write every message once, in order, whatever its neighbours are.
@ExtendWith(GuardedKafka.class)
final class KafkaExactlyOnceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaServer server;
    private final Connecting connecting;

    KafkaExactlyOnceTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
    }

    @Test
    void aMessageThatTheTopicRefusesCostsItsNeighboursNothing() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("compact"), 1, Map.of("cleanup.policy", "compact"));
        List<Message> messages = IntStream.range(0, 30).mapToObj(i -> i == 17 ? keyless(i) : keyed(i)).toList();
        Publishing published;
        try (WritableSession session = connecting.writing()) {
            published = Publishing.of(session, PublishRequest.restore(KafkaPlugin.topic(topic)), messages,
                    KafkaProfile.ATTRIBUTES);
        }
        assertEquals(List.of(17L), List.copyOf(published.failures().keySet()));
        assertEquals(29, published.positions().size());
        assertEquals(values(messages.stream().filter(m -> m.keySize() >= 0).toList()),
                values(new Witness(server).messages(topic)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "in transactions"})
    void whereARefusalCouldNotBeForeseenNothingBehindItIsWritten(String transactional) throws Exception {
        String topic = new Topics(server).create(Topics.fresh("surprise"), 1, Map.of());
        Answers answers = new Answers();
        PublishRequest request = PublishRequest.restore(KafkaPlugin.topic(topic))
                .within(transactional.isEmpty() ? Optional.empty() : Optional.of(topic));
        try (WritableSession session = connecting.writing();
                Publisher publisher = session.publisher(request, answers)) {
            publisher.publish(IntStream.range(0, 5).mapToObj(this::keyed).toList(), 0, KafkaProfile.ATTRIBUTES);
            publisher.flush(PATIENCE);
            publisher.commit(PATIENCE);
            compactNow(topic);
            for (int i = 5; i < 1_005; i += 100) {
                int from = i;
                publisher.publish(IntStream.range(from, from + 100)
                        .mapToObj(n -> n == 60 ? keyless(n) : keyed(n)).toList(), from, KafkaProfile.ATTRIBUTES);
            }
            publisher.flush(PATIENCE);
            publisher.commit(PATIENCE);
        }
        List<String> written = values(new Witness(server).messages(topic));
        assertEquals(List.of(60L), List.copyOf(answers.failed().keySet()));
        assertTrue(written.size() >= 5 && written.size() <= 60, written.toString());
        assertEquals(IntStream.range(0, written.size()).mapToObj(i -> "v" + i).toList(), written);
        // in a transaction a slow machine may see them acknowledged first: they are taken back with the rest
        assertTrue(!transactional.isEmpty()
                || answers.returned().containsKey(61L) && answers.returned().containsKey(1_004L));
        assertFalse(answers.returned().containsKey(4L));
    }

    @Test
    void nothingOfATransactionIsSeenBeforeItWasCommitted() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("unseen"), 1, Map.of());
        PublishRequest request = PublishRequest.restore(KafkaPlugin.topic(topic)).within(Optional.of(topic));
        try (WritableSession session = connecting.writing();
                Publisher publisher = session.publisher(request, new Answers())) {
            publisher.publish(List.of(keyed(0)), 0, KafkaProfile.ATTRIBUTES);
            publisher.commit(PATIENCE);
            publisher.publish(List.of(keyed(1)), 1, KafkaProfile.ATTRIBUTES);
            publisher.flush(PATIENCE);
        }
        assertEquals(List.of("v0"), values(new Witness(server).messages(topic)));
    }

    @Test
    void aLaterPublisherOfTheSameNameShutsTheEarlierOneOut() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("fenced"), 1, Map.of());
        PublishRequest request = PublishRequest.restore(KafkaPlugin.topic(topic)).within(Optional.of(topic));
        try (WritableSession session = connecting.writing();
                Publisher earlier = session.publisher(request, new Answers())) {
            earlier.publish(List.of(keyed(0)), 0, KafkaProfile.ATTRIBUTES);
            earlier.flush(PATIENCE);
            try (Publisher later = session.publisher(request, new Answers())) {
                later.publish(List.of(keyed(1)), 0, KafkaProfile.ATTRIBUTES);
                later.commit(PATIENCE);
            }
            FaultException fault = assertThrows(FaultException.class, () -> earlier.commit(PATIENCE));
            assertEquals(FaultKind.LOCKED, fault.kind());
        }
        assertEquals(List.of("v1"), values(new Witness(server).messages(topic)));
    }

    @Test
    void putsKeysWhereKafkasOwnPartitionerPutsThem() throws Exception {
        String ours = new Topics(server).create(Topics.fresh("ours"), 7, Map.of());
        String theirs = new Topics(server).create(Topics.fresh("theirs"), 7, Map.of());
        List<Message> messages = IntStream.range(0, 200).mapToObj(this::keyed).toList();
        try (WritableSession session = connecting.writing()) {
            Publishing.allOf(session, new PublishRequest(KafkaPlugin.topic(ours), Partitioning.BY_KEY, true, 100),
                    messages, KafkaProfile.ATTRIBUTES);
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(server.clientProperties(Listener.PLAIN),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Message message : messages) {
                producer.send(new ProducerRecord<>(theirs, message.key().orElseThrow().toArray(),
                        message.value().orElseThrow().toArray()));
            }
        }
        assertEquals(places(theirs), places(ours));
    }

    private Map<String, Integer> places(String topic) throws Exception {
        return new Witness(server).messages(topic).stream()
                .collect(java.util.stream.Collectors.toMap(m -> m.value().orElseThrow().utf8(), Message::partition));
    }

    private Message keyed(int number) {
        return Message.at(0, 0, number).timestamp(1_790_000_000_000L, TimestampType.CREATE)
                .key(("k" + number).getBytes(StandardCharsets.UTF_8))
                .value(("v" + number).getBytes(StandardCharsets.UTF_8)).build();
    }

    private Message keyless(int number) {
        return Message.at(0, 0, number).timestamp(1_790_000_000_000L, TimestampType.CREATE)
                .value(("v" + number).getBytes(StandardCharsets.UTF_8)).build();
    }

    private static List<String> values(List<Message> messages) {
        return messages.stream().map(m -> m.value().orElseThrow().utf8()).toList();
    }

    private void compactNow(String topic) throws Exception {
        Collection<AlterConfigOp> compact =
                List.of(new AlterConfigOp(new ConfigEntry("cleanup.policy", "compact"), AlterConfigOp.OpType.SET));
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), compact)).all()
                    .get();
        }
        Thread.sleep(500); // the broker applies it a moment later
    }
}
