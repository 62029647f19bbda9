package dev.brokerscope.core.connection;

import java.util.Optional;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.ForwardingSession;
import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.audit.AuditLog;
import java.util.Map;

/// A writing session that tells the audit log what it is about to do: each publisher, and each call of an extension.
final class AuditedSession implements ForwardingSession, WritableSession {

    private final WritableSession session;
    private final String connection;
    private final AuditLog audit;

    AuditedSession(WritableSession session, String connection, AuditLog audit) {
        this.session = session;
        this.connection = connection;
        this.audit = audit;
    }

    @Override
    public Session forwardsTo() {
        return session;
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        String channel = request.target().text();
        audit.record("write.publish", connection, Map.of("channel", channel));
        return new AuditedPublisher(session.publisher(request, acks), connection, channel, audit);
    }

    @Override
    public <T extends WriteExtension> Optional<T> writeExtension(Class<T> type) {
        return session.writeExtension(type).map(e -> AuditedExtension.of(type, e, connection, audit));
    }
}
