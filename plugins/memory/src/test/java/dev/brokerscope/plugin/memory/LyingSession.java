package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An honest session whose answers are bent on their way.
record LyingSession(WritableSession honest, UnaryOperator<ChannelDetails> details, UnaryOperator<Batch> batches,
        UnaryOperator<Map<MessagePart, Keep>> claims) implements WritableSession {

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return details.apply(honest.describe(channel));
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        Cursor cursor = honest.open(request);
        return new Cursor() {
            @Override
            public CursorPlan plan() {
                return cursor.plan();
            }

            @Override
            public Batch next(Duration maxWait) throws FaultException, InterruptedException {
                return batches.apply(cursor.next(maxWait));
            }

            @Override
            public List<Position> checkpoint() {
                return cursor.checkpoint();
            }

            @Override
            public void cancel() {
                cursor.cancel();
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        Publisher publisher = honest.publisher(request, acks);
        return new Publisher() {
            @Override
            public Map<MessagePart, Keep> effective() {
                return claims.apply(publisher.effective());
            }

            @Override
            public void publish(List<Message> messages, long firstToken, AttributeSchema source)
                    throws FaultException, InterruptedException {
                publisher.publish(messages, firstToken, source);
            }

            @Override
            public void flush(Duration maxWait) throws FaultException, InterruptedException {
                publisher.flush(maxWait);
            }

            @Override
            public void close() {
                publisher.close();
            }
        };
    }

    @Override
    public String server() {
        return honest.server();
    }

    @Override
    public Optional<String> clusterId() {
        return honest.clusterId();
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        return honest.list(parent, query);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        return honest.ends(channels, isolation);
    }

    @Override
    public void close() {
        honest.close();
    }
}
