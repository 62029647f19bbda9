package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads one partition twice in step, committed and uncommitted: where the second reading finds a message in a hole of
/// the first, it was aborted. What it does not find either keeps the reason that was inferred.
final class MeasuringCursor implements Cursor {

    private static final Duration WAIT = Duration.ofMillis(500);

    private final Cursor committed;
    private final Cursor all;
    private final Deque<Position> seen = new ArrayDeque<>();
    private Optional<Position> read = Optional.empty();
    private boolean ended;

    /// @param request of one partition, as `committed` was opened with
    MeasuringCursor(Cursor committed, Session session, OpenRequest request)
            throws FaultException, InterruptedException {
        this.committed = committed;
        try {
            this.all = session.open(request.isolated(Isolation.ALL));
        } catch (FaultException | InterruptedException e) {
            committed.close();
            throw e;
        }
    }

    @Override
    public CursorPlan plan() {
        return committed.plan();
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        Batch batch = committed.next(maxWait);
        List<CursorEvent> events = new ArrayList<>();
        for (CursorEvent event : batch.events()) {
            switch (event) {
                case CursorEvent.Gap gap when !gap.measured() -> measure(gap, events);
                case CursorEvent.Gap gap -> events.add(gap);
                case CursorEvent.Notice notice -> events.add(notice);
            }
        }
        return new Batch(batch.messages(), events, batch.end());
    }

    /// Splits a gap into what was aborted and what stays unknown.
    private void measure(CursorEvent.Gap gap, List<CursorEvent> parts) throws FaultException, InterruptedException {
        while (!seen.isEmpty() && seen.getFirst().compareTo(gap.from()) < 0) {
            seen.removeFirst();
        }
        readTo(gap);
        Position at = gap.from();
        while (!seen.isEmpty() && seen.getFirst().compareTo(gap.next()) < 0) {
            Position first = seen.removeFirst();
            if (first.compareTo(at) > 0) {
                parts.add(new CursorEvent.Gap(at, first, gap.reason(), false));
            }
            Position next = first.next();
            while (next.equals(seen.peekFirst()) && next.compareTo(gap.next()) < 0) {
                next = seen.removeFirst().next();
            }
            parts.add(new CursorEvent.Gap(first, next, GapReason.ABORTED, true));
            at = next;
        }
        if (at.compareTo(gap.next()) < 0) {
            parts.add(new CursorEvent.Gap(at, gap.next(), gap.reason(), false));
        }
    }

    /// Remembers only what lies in the gap or behind it.
    private void readTo(CursorEvent.Gap gap) throws FaultException, InterruptedException {
        while (!ended && read.filter(r -> r.compareTo(gap.next()) >= 0).isEmpty()) {
            Batch batch = all.next(WAIT);
            for (Message message : batch.messages()) {
                if (message.position().compareTo(gap.from()) >= 0) {
                    seen.addLast(message.position());
                }
            }
            read = all.checkpoint().stream().findFirst();
            ended = batch.end();
        }
    }

    @Override
    public List<Position> checkpoint() {
        return committed.checkpoint();
    }

    @Override
    public void cancel() {
        committed.cancel();
        all.cancel();
    }

    @Override
    public void close() {
        committed.close();
        all.close();
    }
}
