package dev.brokerscope.plugin.rabbitmq.queue;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.ChannelFamily;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import java.util.List;

/// What the session does with queues.
public final class QueueChannels implements ChannelFamily {

    private final RabbitLink link;
    private final Inventory inventory;

    public QueueChannels(RabbitLink link, Inventory inventory) {
        this.link = link;
        this.inventory = inventory;
    }

    @Override
    public ChannelKind kind() {
        return RabbitKinds.QUEUE;
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        throw notYet();
    }

    @Override
    public List<Position> ends(ChannelId channel) {
        return List.of();
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        throw notYet();
    }

    @Override
    public ChannelDefinition define(ChannelId channel) throws FaultException, InterruptedException {
        throw notYet();
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        throw notYet();
    }

    @Override
    public List<Finding> check(RestoreIntent intent, boolean exists) {
        return List.of();
    }

    @Override
    public List<String> create(ChannelId channel, ChannelDefinition definition)
            throws FaultException, InterruptedException {
        throw notYet();
    }

    @Override
    public void delete(ChannelId channel) throws FaultException, InterruptedException {
        throw notYet();
    }

    @Override
    public void close() {
        link.close();
    }

    private FaultException notYet() {
        return new FaultException(FaultKind.UNSUPPORTED, "rabbitmq.not-yet",
                "A queue cannot be used yet, complete list: " + inventory.isComplete() + ".", "");
    }
}
