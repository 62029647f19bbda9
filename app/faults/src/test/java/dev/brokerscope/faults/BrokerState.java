package dev.brokerscope.faults;

import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/// Everything of a broker that somebody could change, as text; through Kafka's own client.
final class BrokerState {

    private BrokerState() {}

    /// A group that has a position.
    static void commit(KafkaServer kafka, String topic, String group) throws Exception {
        try (Admin admin = Admin.create(kafka.clientProperties(Listener.PLAIN))) {
            admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(5)))
                    .all().get();
        }
    }

    /// @param topics whose details are looked at; the names of all topics are
    static String of(KafkaServer kafka, List<String> topics) throws Exception {
        Map<String, Object> state = new TreeMap<>();
        try (Admin admin = Admin.create(kafka.clientProperties(Listener.PLAIN))) {
            state.put("topics", new TreeMap<>(admin.listTopics().namesToListings().get()).keySet());
            Collection<GroupListing> groups = admin.listGroups().all().get();
            state.put("groups", groups.stream().map(GroupListing::groupId).sorted().toList());
            for (GroupListing group : groups) {
                state.put("positions of " + group.groupId(), new TreeMap<>(text(admin
                        .listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get())));
            }
            for (String topic : topics) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                state.put("settings of " + topic, admin.describeConfigs(List.of(resource)).all().get().get(resource)
                        .entries().stream().map(e -> e.name() + "=" + e.value()).sorted().toList());
                state.put("ends of " + topic, ends(admin, topic));
            }
        }
        return state.toString();
    }

    private static Map<String, String> text(Map<TopicPartition, OffsetAndMetadata> positions) {
        Map<String, String> text = new HashMap<>();
        positions.forEach((partition, position) -> text.put(partition.toString(), String.valueOf(position)));
        return text;
    }

    private static List<String> ends(Admin admin, String topic) throws Exception {
        List<String> ends = new ArrayList<>();
        int partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
        for (OffsetSpec spec : List.of(OffsetSpec.earliest(), OffsetSpec.latest())) {
            for (int number = 0; number < partitions; number++) {
                TopicPartition partition = new TopicPartition(topic, number);
                ends.add(number + "@" + admin.listOffsets(Map.of(partition, spec)).partitionResult(partition).get()
                        .offset());
            }
        }
        return ends;
    }
}
