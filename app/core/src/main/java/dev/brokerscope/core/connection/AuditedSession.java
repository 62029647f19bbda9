package dev.brokerscope.core.connection;

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
import dev.brokerscope.core.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A writing session that tells the audit log what it is about to do: each publisher, and each call of an extension.
final class AuditedSession implements WritableSession {

    private final WritableSession session;
    private final String connection;
    private final AuditLog audit;

    AuditedSession(WritableSession session, String connection, AuditLog audit) {
        this.session = session;
        this.connection = connection;
        this.audit = audit;
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

    @Override
    public String server() {
        return session.server();
    }

    @Override
    public Optional<String> clusterId() {
        return session.clusterId();
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        return session.list(parent, query);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return session.describe(channel);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        return session.ends(channels, isolation);
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return session.open(request);
    }

    @Override
    public String notation(Position position) {
        return session.notation(position);
    }

    @Override
    public Optional<Position> parsePosition(int partition, String text) {
        return session.parsePosition(partition, text);
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return session.extension(type);
    }

    @Override
    public void close() {
        session.close();
    }
}
