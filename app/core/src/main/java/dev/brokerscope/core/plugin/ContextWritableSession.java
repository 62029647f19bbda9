package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.ForwardingSession;
import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;

/// A plugin's writing session, each call in the plugin's context.
final class ContextWritableSession implements ForwardingSession, WritableSession {

    private final WritableSession session;
    private final ContextSession reading;
    private final PluginContext context;

    ContextWritableSession(WritableSession session, PluginContext context) {
        this.session = session;
        this.reading = new ContextSession(session, context);
        this.context = context;
    }

    @Override
    public Session forwardsTo() {
        return reading;
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        return new ContextPublisher(context.call(() -> session.publisher(request, acks)), context);
    }

    @Override
    public <T extends WriteExtension> Optional<T> writeExtension(Class<T> type) {
        return context.ask(() -> session.writeExtension(type)).map(e -> ContextExtension.of(type, e, context));
    }
}
