package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;

/// Tells how far consumers have come: Kafka groups, Redis groups, stored offsets.
public interface GroupStates extends Extension {

    /// The groups that have a position in the channel.
    List<GroupState> groups(ChannelId channel) throws FaultException, InterruptedException;

    /// @param scope the channel, where groups live per channel; empty where they span channels
    /// @param state in the broker's words: `Stable`, `Empty`
    record GroupState(String name, String scope, String kind, String state, Count lag, List<Progress> progress) {
        public GroupState {
            progress = List.copyOf(progress);
        }
    }

    /// @param next the next position to be delivered
    /// @param metadata as the group committed it; may be empty
    /// @param pending the plugin's own encoding of delivered, unacknowledged messages
    record Progress(int partition, Position next, String metadata, Optional<Integer> leaderEpoch,
            Optional<Bytes> pending) {}
}
