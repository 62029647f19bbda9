package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.testkit.Witness;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Looks with plain clients of Kafka.
record KafkaWitness(KafkaServer server) implements Witness {

    @Override
    public long available(ChannelId channel) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Set<TopicPartition> all = partitions(consumer, channel);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
            return consumer.endOffsets(all).entrySet().stream()
                    .mapToLong(end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L)).sum();
        }
    }

    /// A consumer without a group is on no list of Kafka.
    @Override
    public Presence presence(ChannelId channel) throws Exception {
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN))) {
            Set<String> groups = new HashSet<>();
            admin.listGroups().all().get().forEach(group -> groups.add(group.groupId()));
            return new Presence(0, groups);
        }
    }

    @Override
    public List<Sighting> take(ChannelId channel) {
        return new dev.brokerscope.plugin.kafka.Witness(server).messages(channel.name()).stream().map(Message::value)
                .map(Sighting::of).toList();
    }

    @Override
    public OptionalLong read(ChannelId channel) {
        long count = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Set<TopicPartition> left = partitions(consumer, channel);
            Map<TopicPartition, Long> ends = consumer.endOffsets(left);
            consumer.assign(left);
            consumer.seekToBeginning(left);
            while (!left.isEmpty()) {
                count += consumer.poll(Duration.ofSeconds(1)).count();
                left.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            }
        }
        return OptionalLong.of(count);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(server.clientProperties(Listener.PLAIN));
        settings.put("auto.offset.reset", "none");
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("max.partition.fetch.bytes", 4 << 20);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Set<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, ChannelId channel) {
        return consumer.partitionsFor(channel.name()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).collect(Collectors.toCollection(HashSet::new));
    }
}
