package dev.brokerscope.demo;

import dev.brokerscope.demo.other.Sample;
import dev.brokerscope.demo.sample.CustomerProfiles;
import dev.brokerscope.demo.sample.DeadLetters;
import dev.brokerscope.demo.sample.Invoices;
import dev.brokerscope.demo.sample.Orders;
import dev.brokerscope.demo.sample.Payments;
import dev.brokerscope.demo.sample.SampleGroups;
import dev.brokerscope.demo.sample.SampleTopic;
import dev.brokerscope.demo.sample.SampleWriter;
import dev.brokerscope.demo.sample.SmallTopics;
import dev.brokerscope.demo.sample.Timeline;
import dev.brokerscope.demo.sample.Ugly;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Octets;
import dev.brokerscope.kafka.testkit.StoredMessage;
import dev.brokerscope.kafka.testkit.TopicReader;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.kafka.testkit.registry.SchemaRegistryServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/// The broker and the registry of the demo, on free loopback ports.
public final class SampleCluster implements AutoCloseable {

    private static final int HOURS = 48;

    private final KafkaServer kafka;
    private final SchemaRegistryServer registry;

    private SampleCluster(KafkaServer kafka, SchemaRegistryServer registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /// Starts both, empty.
    public static SampleCluster start() {
        return new SampleCluster(KafkaServer.start(), SchemaRegistryServer.start());
    }

    /// Creates all sample topics and groups; the samples cover the two days before `now`. Returns how many messages
    /// were written.
    public long fill(Instant now) throws InterruptedException {
        List<SampleTopic> topics = topics(new Timeline(now, HOURS));
        new Topics(kafka)
                .create(topics.stream().map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()),
                        Optional.of((short) 1)).configs(topic.config())).toList());
        long written;
        try (SampleWriter writer = new SampleWriter(client())) {
            topics.forEach(topic -> topic.fill(writer));
            written = writer.written();
        }
        new SampleGroups(client()).create(topics);
        return written;
    }

    /// What is in one of the topics, by partition and offset.
    public List<Sample> messages(String topic) {
        return TopicReader.of(kafka).messages(topic).stream().map(StoredMessage::content).map(SampleCluster::sample)
                .toList();
    }

    private static Sample sample(StoredMessage.Content content) {
        return new Sample(content.timestamp(), content.key().map(Octets::toArray), content.value().map(Octets::toArray),
                content.headers().stream().filter(header -> header.value().isPresent())
                        .map(header -> Map.entry(header.name(), header.value().orElseThrow().toArray())).toList());
    }

    /// Address of the broker, as `host:port`.
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /// Address of the registry.
    public String registryUrl() {
        return registry.url();
    }

    /// Process id of the broker.
    public long brokerPid() {
        return kafka.pid();
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }

    private List<SampleTopic> topics(Timeline timeline) {
        return List.of(new Orders(timeline, 4_000), new Invoices(timeline, 360),
                new Payments(timeline, 2_500, registry),
                new CustomerProfiles(timeline, 1_200), new DeadLetters(timeline, 87), new Ugly(timeline),
                SmallTopics.shipments(timeline), SmallTopics.inventory(timeline), SmallTopics.audit(timeline));
    }

    private Map<String, Object> client() {
        return kafka.clientProperties(Listener.PLAIN);
    }
}
