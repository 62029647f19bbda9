package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Caveat;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a topic allows: reading does nothing to it, and a restore keeps everything but the offset.
final class KafkaProfile {

    static final AttributeSchema ATTRIBUTES = new AttributeSchema(
            List.of(new AttributeSchema.Attribute("leader.epoch", "Leader epoch", AttributeType.WHOLE,
                    AttributeRole.LEADER_EPOCH, false)));

    private static final List<Caveat> CAVEATS = List.of(
            new Caveat("count.upper-bound",
                    "Kafka tells offsets, not counts: compaction and transactions leave holes."),
            new Caveat(Caveat.NEGATIVE_TIMESTAMP,
                    "Kafka's producer refuses negative timestamps: they are written as now."));

    private KafkaProfile() {}

    /// @param timestampType `message.timestamp.type` of the topic; absent where it may not be seen
    static ChannelProfile of(Optional<String> timestampType) {
        Map<MessagePart, Keep> keeps = keeps(timestampType);
        return new ChannelProfile(Set.of(), EnumSet.allOf(StartKind.class), EndKind.POSITION, PositionKind.STABLE, true,
                OrderScope.PARTITION, Completeness.COMPLETE, keeps, CAVEATS);
    }

    static Map<MessagePart, Keep> keeps(Optional<String> timestampType) {
        Map<MessagePart, Keep> keeps = new EnumMap<>(MessagePart.class);
        for (MessagePart part : List.of(MessagePart.KEY, MessagePart.VALUE, MessagePart.NULL_VALUE, MessagePart.HEADERS,
                MessagePart.HEADER_ORDER, MessagePart.HEADER_DUPLICATES, MessagePart.PARTITION, MessagePart.ORDER)) {
            keeps.put(part, Keep.EXACT);
        }
        keeps.put(MessagePart.TIMESTAMP, timestampType.filter("LogAppendTime"::equals).isPresent()
                ? Keep.LOST : Keep.OPTIONAL);
        keeps.put(MessagePart.POSITION, Keep.LOST);
        keeps.put(MessagePart.PRODUCER_STATE, Keep.LOST);
        return keeps;
    }
}
