package dev.brokerscope.kafka.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads a topic from its beginning to the end it has now, with a plain Kafka consumer and no code of the product:
/// the witness of what a restore wrote. It joins no group and commits nothing.
public final class TopicReader {

    private final Map<String, Object> properties;

    /// A reader with a client's properties ({@link KafkaServer#clientProperties}); committed messages only.
    public TopicReader(Map<String, Object> client) {
        this.properties = new HashMap<>(client);
        properties.putIfAbsent("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", "none");
        properties.put("allow.auto.create.topics", false);
        properties.put("max.partition.fetch.bytes", 16 << 20);
    }

    /// A reader of the plain listener.
    public static TopicReader of(KafkaServer server) {
        return new TopicReader(server.clientProperties(Listener.PLAIN));
    }

    /// The same, with a consumer property set or replaced (`isolation.level`, `read_uncommitted`).
    public TopicReader with(String property, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(property, value);
        return new TopicReader(more);
    }

    /// All messages, by partition and offset.
    public List<StoredMessage> messages(String topic) {
        SortedMap<Integer, List<StoredMessage>> byPartition = new TreeMap<>();
        read(topic, message -> byPartition.computeIfAbsent(message.partition(), partition -> new ArrayList<>())
                .add(StoredMessage.of(message)));
        return byPartition.values().stream().flatMap(List::stream).toList();
    }

    /// What a restore has to bring back: the contents of each partition in order, without offsets.
    public SortedMap<Integer, List<StoredMessage.Content>> contents(String topic) {
        SortedMap<Integer, List<StoredMessage.Content>> byPartition = new TreeMap<>();
        messages(topic).forEach(message -> byPartition
                .computeIfAbsent(message.partition(), partition -> new ArrayList<>()).add(message.content()));
        return byPartition;
    }

    /// Count and content hash of each partition that holds messages; for topics too large to keep.
    public SortedMap<Integer, PartitionDigest> digests(String topic) {
        SortedMap<Integer, PartitionDigest.Builder> building = new TreeMap<>();
        read(topic, message -> building
                .computeIfAbsent(message.partition(), partition -> new PartitionDigest.Builder()).add(message));
        SortedMap<Integer, PartitionDigest> digests = new TreeMap<>();
        building.forEach((partition, builder) -> digests.put(partition, builder.build()));
        return digests;
    }

    private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                all.add(new TopicPartition(topic, partition.partition()));
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }
}
