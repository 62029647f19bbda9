package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.fault.FaultException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/// Bytes on disk per partition, where the user may ask the brokers for them: the largest replica counts.
record KafkaSizes(Seen<Map<TopicPartition, Long>> bytes) {

    static KafkaSizes of(KafkaAdmin admin, TopicDescription topic) throws FaultException, InterruptedException {
        List<Integer> brokers = topic.partitions().stream().flatMap(p -> p.replicas().stream()).map(Node::id).distinct()
                .toList();
        Seen<Map<Integer, Map<String, LogDirDescription>>> seen = admin.see(
                admin.client().describeLogDirs(brokers).allDescriptions(), "the size of topic " + topic.name());
        return new KafkaSizes(switch (seen) {
            case Seen.Known<Map<Integer, Map<String, LogDirDescription>>>(var folders) ->
                    new Seen.Known<>(largest(topic.name(), folders));
            case Seen.Hidden<Map<Integer, Map<String, LogDirDescription>>>(var why) -> new Seen.Hidden<>(why);
        });
    }

    private static Map<TopicPartition, Long> largest(String topic,
            Map<Integer, Map<String, LogDirDescription>> folders) {
        Map<TopicPartition, Long> sizes = new HashMap<>();
        folders.values()
                .forEach(broker -> broker.values().forEach(folder -> folder.replicaInfos().forEach((at, info) -> {
                    if (at.topic().equals(topic) && !info.isFuture()) {
                        sizes.merge(at, info.size(), Math::max);
                    }
                })));
        return sizes;
    }

    Fact of(TopicPartition partition) {
        return bytes.fact(sizes -> sizes.containsKey(partition)
                ? new Fact.ByteSize(sizes.getOrDefault(partition, 0L)) : new Fact.Absent("No broker tells."));
    }

    Fact total() {
        return bytes.fact(sizes -> sizes.isEmpty() ? new Fact.Absent("You may not ask the brokers for sizes.")
                : new Fact.ByteSize(sizes.values().stream().mapToLong(Long::longValue).sum()));
    }
}
