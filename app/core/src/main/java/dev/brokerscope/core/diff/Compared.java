package dev.brokerscope.core.diff;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.List;
import java.util.Set;

/// One side of a comparison of channels: what is read of which channel.
///
/// @param ranges per partition, the empty ones too
public record Compared(DiffSide side, ChannelId channel, AttributeSchema attributes,
        List<SliceResolver.Range> ranges, Isolation isolation, Set<Impact> consent) {

    public Compared {
        ranges = List.copyOf(ranges);
        consent = Set.copyOf(consent);
    }
}
