package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.util.List;

/// Creates channels. The only other thing it can do is undo that.
public interface ChannelCreation extends WriteExtension {

    /// Creates the channel with those settings that the definition sets on the channel itself and that the broker knows.
    ///
    /// @return what could not be kept, one sentence each
    /// @throws FaultException of kind `ALREADY_EXISTS` where there is one
    List<String> create(ChannelId channel, ChannelDefinition definition) throws FaultException, InterruptedException;

    void delete(ChannelId channel) throws FaultException, InterruptedException;
}
