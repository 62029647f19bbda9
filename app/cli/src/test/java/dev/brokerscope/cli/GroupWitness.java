package dev.brokerscope.cli;

import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Says what a group would be given next, by Kafka's own clients.
record GroupWitness(KafkaServer kafka, String topic) {

    /// What waits for a group in one partition: how many messages, and what the first is.
    record Waiting(long messages, long firstTimestamp, int firstValue) {}

    /// Puts the group somewhere in each partition: into a hole, onto a message, and in the last one to the end.
    void commitEverywhere(String group, SplittableRandom random) throws Exception {
        try (Admin admin = Admin.create(kafka.clientProperties(Listener.PLAIN));
                KafkaConsumer<byte[], byte[]> consumer =
                        consumer(Map.of())) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            List<TopicPartition> partitions = partitions(consumer);
            consumer.endOffsets(partitions).forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(
                    partition.partition() == partitions.size() - 1 ? end : random.nextLong(end))));
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        }
    }

    SortedMap<Integer, Waiting> waiting(String group) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of("group.id", group))) {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions); // and begins where the group stands
            SortedMap<Integer, Waiting> waiting = new TreeMap<>();
            partitions.forEach(p -> waiting.put(p.partition(), new Waiting(0, 0, 0)));
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    waiting.merge(message.partition(), first(message), (before, one) -> before.messages() == 0 ? one
                            : new Waiting(before.messages() + 1, before.firstTimestamp(), before.firstValue()));
                }
            }
            return waiting;
        }
    }

    private static Waiting first(ConsumerRecord<byte[], byte[]> message) {
        return new Waiting(1, message.timestamp(), Arrays.hashCode(message.value()));
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return new ArrayList<>(consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .sorted(java.util.Comparator.comparingInt(TopicPartition::partition)).toList());
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties(Listener.PLAIN));
        properties.putAll(Map.of("isolation.level", "read_committed", "enable.auto.commit", false, "auto.offset.reset",
                "none", "max.partition.fetch.bytes", 32 << 20));
        properties.putAll(more);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
