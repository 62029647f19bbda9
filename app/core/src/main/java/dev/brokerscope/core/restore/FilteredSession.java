package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
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
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A session that shows only the messages that a filter keeps. Closing it closes nothing: it borrows the other.
record FilteredSession(Session session, Predicate<Message> filter) implements Session {

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return new FilteredCursor(session.open(request), filter);
    }

    private record FilteredCursor(Cursor cursor, Predicate<Message> filter) implements Cursor {

        @Override
        public CursorPlan plan() {
            return cursor.plan();
        }

        @Override
        public Batch next(Duration maxWait) throws FaultException, InterruptedException {
            Batch batch = cursor.next(maxWait);
            return new Batch(batch.messages().stream().filter(filter).toList(), batch.events(), batch.end());
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
        // the other belongs to whoever opened it
    }
}
