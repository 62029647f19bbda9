package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.ForwardingSession;
import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// A session that shows only the messages that a filter keeps. Closing it closes nothing: it borrows the other.
record FilteredSession(Session session, Predicate<Message> filter) implements ForwardingSession {

    @Override
    public Session forwardsTo() {
        return session;
    }

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
    public void close() {
        // the other belongs to whoever opened it
    }
}
