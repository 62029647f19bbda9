package dev.brokerscope.api.channel;

import dev.brokerscope.api.message.AttributeSchema;
import java.util.List;

/// Everything the broker tells of one channel. What may not be seen is a `Fact.Absent` with the reason, not a failure.
///
/// @param incarnation tells a channel from a deleted namesake (Kafka: the topic id); empty where the broker cannot
public record ChannelDetails(ChannelId id, String incarnation, List<PartitionInfo> partitions, Count count,
        ChannelProfile profile, AttributeSchema attributes, List<Section> sections) {

    public ChannelDetails {
        partitions = List.copyOf(partitions);
        sections = List.copyOf(sections);
    }
}
