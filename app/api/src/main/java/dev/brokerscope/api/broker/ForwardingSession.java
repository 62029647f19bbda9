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

/// A session that leaves to another one whatever it does not do itself.
public interface ForwardingSession extends Session {

    /// The other one.
    Session forwardsTo();

    @Override
    default String server() {
        return forwardsTo().server();
    }

    @Override
    default Optional<String> clusterId() {
        return forwardsTo().clusterId();
    }

    @Override
    default Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        return forwardsTo().list(parent, query);
    }

    @Override
    default ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return forwardsTo().describe(channel);
    }

    @Override
    default Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        return forwardsTo().ends(channels, isolation);
    }

    @Override
    default Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return forwardsTo().open(request);
    }

    @Override
    default String notation(Position position) {
        return forwardsTo().notation(position);
    }

    @Override
    default Optional<Position> parsePosition(int partition, String text) {
        return forwardsTo().parsePosition(partition, text);
    }

    @Override
    default <T extends Extension> Optional<T> extension(Class<T> type) {
        return forwardsTo().extension(type);
    }

    @Override
    default void close() {
        forwardsTo().close();
    }
}
