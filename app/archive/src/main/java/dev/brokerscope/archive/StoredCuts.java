package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import java.util.List;

/// What an archive states of its blocks: equal hashes are equal contents, so that equal blocks need not be inflated to be
/// compared. Archives that are encrypted do not have it: their hashes are keyed. Any thread.
public interface StoredCuts extends Extension {

    /// One block.
    ///
    /// @param next behind its last message
    /// @param tombstones messages without a value
    /// @param bytes before compression: keys, values, headers
    /// @param holes positions between its messages
    /// @param hash of its messages in order, as [ContentHasher] makes it
    record Cut(Position first, Position next, long count, long tombstones, long bytes, long holes, Bytes hash) {}

    /// The blocks of a partition, of all runs, in the order of their positions.
    List<Cut> cuts(ChannelId channel, int partition) throws FaultException;

    /// Whether each position between two messages is known to hold none.
    boolean dense(ChannelId channel) throws FaultException;
}
