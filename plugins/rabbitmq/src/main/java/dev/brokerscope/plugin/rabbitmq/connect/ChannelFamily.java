package dev.brokerscope.plugin.rabbitmq.connect;

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
import dev.brokerscope.api.message.Position;
import java.util.List;

/// What the session leaves to each kind of channel: queues, streams and exchanges have little in common. The session
/// asks the family of the kind that a channel really has, whatever kind its id was given. Any thread.
public interface ChannelFamily extends AutoCloseable {

    ChannelKind kind();

    /// @throws FaultException of kind `NOT_FOUND` where there is no such channel
    ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException;

    /// One position per partition, exclusive; empty where no end is known by position.
    List<Position> ends(ChannelId channel) throws FaultException, InterruptedException;

    Cursor open(OpenRequest request) throws FaultException, InterruptedException;

    ChannelDefinition define(ChannelId channel) throws FaultException, InterruptedException;

    /// Only called on a session that may write.
    Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException;

    /// What would go wrong with a restore into this channel, which exists, or will be made as one of this kind.
    ///
    /// @param exists whether there is a channel of that name now, which is of this kind
    List<Finding> check(RestoreIntent intent, boolean exists) throws FaultException, InterruptedException;

    /// Only called where there is none of that name.
    ///
    /// @return what could not be kept, one sentence each
    List<String> create(ChannelId channel, ChannelDefinition definition) throws FaultException, InterruptedException;

    void delete(ChannelId channel) throws FaultException, InterruptedException;

    /// Ends all cursors and publishers. Never throws.
    @Override
    void close();
}
