package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.util.List;

/// Sets how far a group has come.
public interface GroupRestore extends WriteExtension {

    /// Sets the group's positions in the channel; refused by the broker where the group has active members.
    ///
    /// @return what could not be kept, one sentence each
    List<String> restore(ChannelId channel, GroupStates.GroupState state) throws FaultException, InterruptedException;
}
