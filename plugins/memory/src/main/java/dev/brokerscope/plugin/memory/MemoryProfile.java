package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a channel in memory allows.
final class MemoryProfile {

    /// Everything but the position: a restored message gets the next one.
    static final Map<MessagePart, Keep> KEEPS = keeps();

    private MemoryProfile() {}

    static ChannelProfile of(Set<Impact> impact) {
        return new ChannelProfile(impact, EnumSet.allOf(StartKind.class), EndKind.POSITION, PositionKind.STABLE, true,
                OrderScope.PARTITION, Completeness.COMPLETE, KEEPS, List.of());
    }

    private static Map<MessagePart, Keep> keeps() {
        Map<MessagePart, Keep> keeps = new EnumMap<>(MessagePart.class);
        for (MessagePart part : List.of(MessagePart.KEY, MessagePart.VALUE, MessagePart.NULL_VALUE, MessagePart.HEADERS,
                MessagePart.HEADER_ORDER, MessagePart.HEADER_DUPLICATES, MessagePart.HEADER_TYPES,
                MessagePart.PARTITION,
                MessagePart.ORDER, MessagePart.PRIORITY)) {
            keeps.put(part, Keep.EXACT);
        }
        keeps.put(MessagePart.TIMESTAMP, Keep.OPTIONAL);
        keeps.put(MessagePart.POSITION, Keep.LOST);
        return keeps;
    }
}
