package dev.brokerscope.desktop.story;

import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.TopicReader;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.kafka.testkit.TortureTopic;
import dev.brokerscope.kafka.testkit.registry.RegistryManners;
import dev.brokerscope.kafka.testkit.registry.SchemaRegistryServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A real broker with the topics of a shop, and the registry of its schemas.
final class ShopCluster implements AutoCloseable {

    /// The topic with null, empty, binary, broken and large messages, and aborted transactions.
    static final String UGLY = "ugly";

    private static final Map<String, Integer> PARTITIONS =
            Map.of("orders", 6, "invoices", 3, "payments", 4, "customer-profiles", 2, "shipments.eu", 3);
    private static final int UGLY_MESSAGES = 250;

    private final KafkaServer kafka = KafkaServer.start();
    private final SchemaRegistryServer registry = SchemaRegistryServer.start();

    /// Starts both and writes some thousand messages.
    static ShopCluster filled() throws Exception {
        ShopCluster cluster = new ShopCluster();
        try {
            cluster.fill();
            return cluster;
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    /// Whether the registry answers; an archive must do without it.
    void registryAnswers(boolean answers) {
        registry.behave(answers ? RegistryManners.PROPER : RegistryManners.FAILING);
    }

    /// Reads topics without any code of the product.
    TopicReader reader() {
        return TopicReader.of(kafka);
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }

    private void fill() throws Exception {
        new Topics(kafka).create(PARTITIONS.entrySet().stream().map(topic -> new NewTopic(topic.getKey(),
                Optional.of(topic.getValue()), Optional.of((short) 1)).configs(config(topic.getKey()))).toList());
        Map<String, Object> properties = new HashMap<>(client());
        properties.put("max.in.flight.requests.per.connection", 1);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            ShopMessages shop = new ShopMessages(message -> sent.add(producer.send(message)));
            shop.orders(1_300);
            shop.invoices(60);
            shop.payments(900, new PaymentCodec(registry));
            shop.profiles(140);
            shop.shipments(90);
            producer.flush();
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
        }
        TortureTopic.create(kafka, UGLY, 2, 7).fill(UGLY_MESSAGES);
        commit("fraud-check", "payments", 200);
        commit("billing", "orders", 180);
    }

    private static Map<String, String> config(String topic) {
        return topic.equals("customer-profiles") ? Map.of("cleanup.policy", "compact") : Map.of("retention.ms", "-1");
    }

    private void commit(String group, String topic, long offset) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        IntStream.range(0, PARTITIONS.getOrDefault(topic, 1))
                .forEach(p -> positions.put(new TopicPartition(topic, p), new OffsetAndMetadata(offset)));
        try (Admin admin = Admin.create(client())) {
            admin.alterConsumerGroupOffsets(group, positions).all().get();
        }
    }

    private Map<String, Object> client() {
        return kafka.clientProperties(Listener.PLAIN);
    }
}
