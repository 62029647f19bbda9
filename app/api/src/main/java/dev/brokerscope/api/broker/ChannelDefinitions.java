package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;

/// Tells what is needed to create an equal channel elsewhere.
public interface ChannelDefinitions extends Extension {

    ChannelDefinition define(ChannelId channel) throws FaultException, InterruptedException;
}
