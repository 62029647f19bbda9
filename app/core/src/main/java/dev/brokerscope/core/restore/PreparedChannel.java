package dev.brokerscope.core.restore;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.List;
import java.util.Optional;

/// One channel of a restore, thought through.
///
/// @param inArchive as the archive's session describes it
/// @param existing the target, where it exists
/// @param definition with which a missing target is created, fixes applied
/// @param ranges of the archive, per partition
record PreparedChannel(Slice slice, ArchiveContents.Channel source, ChannelDetails inArchive, ChannelId target,
        Optional<ChannelDetails> existing, ChannelDefinition definition, List<SliceResolver.Range> ranges) {

    PreparedChannel defined(ChannelDefinition other) {
        return new PreparedChannel(slice, source, inArchive, target, existing, other, ranges);
    }
}
