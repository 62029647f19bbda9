package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Caveat;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a stream allows: reading does nothing to it, and an empty one takes entries with the ids they had.
final class RedisProfile {

    private static final List<Caveat> CAVEATS = List.of(
            new Caveat("fields", "An entry has fields, no value and no key: which field is which is a setting of the"
                    + " connection; the others are shown as headers."),
            new Caveat("mark",
                    "Where an entry could be read as another message than was restored, it gets a first field"
                            + " \"_brokerscope\" that says how."),
            new Caveat("deleted", "Redis does not tell which entries were deleted from the middle of a stream."));

    private RedisProfile() {}

    /// @param fresh whether the stream never had an entry
    static ChannelProfile of(boolean fresh) {
        return new ChannelProfile(Set.of(), EnumSet.allOf(StartKind.class), EndKind.POSITION, PositionKind.STABLE,
                false, OrderScope.PARTITION, Completeness.COMPLETE, keeps(fresh), CAVEATS);
    }

    static Map<MessagePart, Keep> keeps(boolean fresh) {
        Map<MessagePart, Keep> keeps = new EnumMap<>(MessagePart.class);
        for (MessagePart part : List.of(MessagePart.KEY, MessagePart.VALUE, MessagePart.NULL_VALUE, MessagePart.HEADERS,
                MessagePart.HEADER_ORDER, MessagePart.HEADER_DUPLICATES, MessagePart.ORDER)) {
            keeps.put(part, Keep.EXACT);
        }
        keeps.put(MessagePart.TIMESTAMP, Keep.OPTIONAL);
        keeps.put(MessagePart.POSITION, fresh ? Keep.EXACT : Keep.LOST);
        return keeps;
    }
}
