package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A live, reading connection to a broker or an archive. For many threads; its cursors are for one each.
/// Nothing here changes the broker beyond the impact that a channel's profile states.
public interface Session extends AutoCloseable {

    /// Name and version, for the provenance of archives: `Apache Kafka 4.4.0`.
    String server();

    /// The cluster's own identity, where it has one. Restore plans are bound to it.
    Optional<String> clusterId();

    /// One level of the channel tree, paged so that 100,000 topics do not block.
    ///
    /// @param parent absent for the top level
    Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query) throws FaultException, InterruptedException;

    /// @throws FaultException of kind `NOT_FOUND` where there is no such channel
    ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException;

    /// The ends of all partitions of all channels, captured in one request round: the cut of a backup. For each channel
    /// one position per partition, exclusive, in the order of partitions. A channel whose profile knows no end by
    /// position has an empty list.
    Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException;

    /// The only way to read.
    ///
    /// @throws FaultException of kind `REFUSED` where the profile's impact exceeds the request's consent
    Cursor open(OpenRequest request) throws FaultException, InterruptedException;

    /// A position in the broker's own notation: `1204006`, `1700000000000-3`.
    default String notation(Position position) {
        return position.hi() == 0 ? Long.toString(position.lo()) : position.hi() + "-" + position.lo();
    }

    /// The reverse of `notation`; absent where the text is none.
    default Optional<Position> parsePosition(int partition, String text) {
        return PositionNotation.parse(partition, text);
    }

    /// An optional ability ([ChannelDefinitions], [GroupStates], [TargetChecks]); absent where the broker has none.
    default <T extends Extension> Optional<T> extension(Class<T> type) {
        return Optional.empty();
    }

    /// Ends everything that was opened through this session. Never throws.
    @Override
    void close();
}
