package dev.brokerscope.demo.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Consumer groups with committed offsets: one is up to date, the others lag behind.
public record SampleGroups(Map<String, Object> client) {

    /// Commits for three groups; `lag` is what share of each partition is left.
    public void create(List<SampleTopic> topics) throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            commit(admin, "fraud-check", partitions(topics, List.of("payments")), 0);
            commit(admin, "billing", partitions(topics, List.of("orders", "payments")), 0.03);
            commit(admin, "search-index", partitions(topics, List.of("orders", "shipments.eu")), 0.4);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The sample groups could not be created", failed);
        }
    }

    private static List<TopicPartition> partitions(List<SampleTopic> topics, List<String> names) {
        return topics.stream().filter(topic -> names.contains(topic.name()))
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
    }

    private static void commit(Admin admin, String group, List<TopicPartition> partitions, double lag)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()))).all().get();
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        ends.forEach((partition, end) -> committed.put(partition,
                new OffsetAndMetadata((long) (end.offset() * (1 - lag)))));
        admin.alterConsumerGroupOffsets(group, committed).all().get();
    }
}
