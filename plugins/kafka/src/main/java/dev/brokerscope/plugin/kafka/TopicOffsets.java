package dev.brokerscope.plugin.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.common.TopicPartition;

/// Offsets as the broker answered them in one round, -1 where it found none.
record TopicOffsets(Map<TopicPartition, Long> byPartition) {

    static final TopicOffsets NONE = new TopicOffsets(Map.of());

    TopicOffsets {
        byPartition = Map.copyOf(byPartition);
    }

    static TopicOffsets of(Map<TopicPartition, ListOffsetsResultInfo> answer) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return new TopicOffsets(offsets);
    }

    long at(TopicPartition partition) {
        return byPartition.getOrDefault(partition, -1L);
    }
}
