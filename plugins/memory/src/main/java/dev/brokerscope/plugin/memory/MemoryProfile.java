package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Caveat;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a channel in memory allows, by its kind.
final class MemoryProfile {

    /// Everything but the position: a restored message gets the next one.
    static final Map<MessagePart, Keep> KEEPS = keeps();

    private MemoryProfile() {}

    static ChannelProfile of(MemoryChannel channel) {
        return switch (channel.sort()) {
            case LOG -> new ChannelProfile(channel.impact(), EnumSet.allOf(StartKind.class), EndKind.POSITION,
                    PositionKind.STABLE, true, OrderScope.PARTITION, Completeness.COMPLETE, KEEPS, List.of());
            case QUEUE -> new ChannelProfile(channel.impact(), EnumSet.of(StartKind.EARLIEST), EndKind.COUNT,
                    PositionKind.SCAN, false, OrderScope.CHANNEL, Completeness.COMPLETE, KEEPS, queueCaveats(channel));
            case TAP -> new ChannelProfile(Set.of(Impact.TRANSIENT_CONSUMER), EnumSet.of(StartKind.LATEST),
                    EndKind.NONE, PositionKind.NONE, false, OrderScope.CHANNEL, Completeness.LIVE_LOSSY, KEEPS,
                    List.of(new Caveat("tap", "A tap gets a copy of what is sent from now on; what lies in the queue"
                            + " already does not come through it.")));
        };
    }

    private static List<Caveat> queueCaveats(MemoryChannel channel) {
        return List.of(new Caveat("queue.held", "Reading takes all "
                + String.format(Locale.ROOT, "%,d", channel.count()) + " messages of " + channel.id().name()
                + " and puts them back; until then its consumers get none."));
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
