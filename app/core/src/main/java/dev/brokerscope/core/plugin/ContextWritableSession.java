package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A plugin's writing session, each call in the plugin's context.
final class ContextWritableSession implements WritableSession {

    private final WritableSession session;
    private final ContextSession reading;
    private final PluginContext context;

    ContextWritableSession(WritableSession session, PluginContext context) {
        this.session = session;
        this.reading = new ContextSession(session, context);
        this.context = context;
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        return new ContextPublisher(context.call(() -> session.publisher(request, acks)), context);
    }

    @Override
    public <T extends WriteExtension> Optional<T> writeExtension(Class<T> type) {
        return context.ask(() -> session.writeExtension(type)).map(e -> ContextExtension.of(type, e, context));
    }

    @Override
    public String server() {
        return reading.server();
    }

    @Override
    public Optional<String> clusterId() {
        return reading.clusterId();
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        return reading.list(parent, query);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return reading.describe(channel);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        return reading.ends(channels, isolation);
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return reading.open(request);
    }

    @Override
    public String notation(Position position) {
        return reading.notation(position);
    }

    @Override
    public Optional<Position> parsePosition(int partition, String text) {
        return reading.parsePosition(partition, text);
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return reading.extension(type);
    }

    @Override
    public void close() {
        reading.close();
    }
}
