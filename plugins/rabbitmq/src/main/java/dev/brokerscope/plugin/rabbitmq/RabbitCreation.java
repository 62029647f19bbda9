package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.List;

/// Makes channels that there are not yet.
record RabbitCreation(Families families) implements ChannelCreation {

    @Override
    public List<String> create(ChannelId channel, ChannelDefinition definition)
            throws FaultException, InterruptedException {
        if (families.existing(channel).isPresent()) {
            throw new FaultException(FaultKind.ALREADY_EXISTS, "rabbitmq.exists",
                    "There is a channel " + channel + " already.", "Choose another name, or delete it first.");
        }
        return families.maker(channel, definition).create(channel, definition);
    }

    @Override
    public void delete(ChannelId channel) throws FaultException, InterruptedException {
        families.of(channel).delete(channel);
    }
}
