package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A plugin's session, each call in the plugin's context.
final class ContextSession implements Session {

    private final Session session;
    private final PluginContext context;

    ContextSession(Session session, PluginContext context) {
        this.session = session;
        this.context = context;
    }

    @Override
    public String server() {
        return context.ask(session::server);
    }

    @Override
    public Optional<String> clusterId() {
        return context.ask(session::clusterId);
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        return context.call(() -> session.list(parent, query));
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return context.call(() -> session.describe(channel));
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        return context.call(() -> session.ends(channels, isolation));
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return new ContextCursor(context.call(() -> session.open(request)), context);
    }

    @Override
    public String notation(Position position) {
        return context.ask(() -> session.notation(position));
    }

    @Override
    public Optional<Position> parsePosition(int partition, String text) {
        return context.ask(() -> session.parsePosition(partition, text));
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return context.ask(() -> session.extension(type)).map(e -> ContextExtension.of(type, e, context));
    }

    @Override
    public void close() {
        context.quietly(session::close);
    }
}
