package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.message.AttributeSchema;
import java.util.List;

/// One channel of a run, as it stood when the cut was made.
///
/// @param incarnation tells the channel from a deleted namesake; empty where the broker cannot
/// @param definition its partition count covers the partitions that are not read too
/// @param ranges one for each partition that is read, the empty ones too
/// @param groups captured before the ends
public record ChannelStart(ChannelId channel, String incarnation, ChannelProfile profile, AttributeSchema attributes,
        ChannelDefinition definition, List<RangeStart> ranges, List<GroupStates.GroupState> groups) {

    public ChannelStart {
        ranges = List.copyOf(ranges);
        groups = List.copyOf(groups);
    }
}
