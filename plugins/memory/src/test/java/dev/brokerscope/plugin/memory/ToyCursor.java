package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds the messages of a queue until it is closed; their positions count from 0.
final class ToyCursor implements Cursor {

    private final ToyQueue queues;
    private final OpenRequest request;
    private final List<ToyQueue.Entry> lent;
    private int next;
    private volatile boolean cancelled;
    private volatile boolean closed;

    ToyCursor(ToyQueue queues, OpenRequest request) throws FaultException {
        this.queues = queues;
        this.request = request;
        this.lent = queues.lend(request.channel());
    }

    @Override
    public CursorPlan plan() {
        return new CursorPlan(List.of(new CursorPlan.Range(0, Position.of(0, 0), Optional.empty(),
                Count.exact(lent.size()))), MemoryBroker.ATTRIBUTES);
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException {
        if (closed) {
            throw MemoryFaults.closed("queue");
        }
        if (cancelled) {
            throw MemoryFaults.cancelled();
        }
        List<Message> batch = new ArrayList<>();
        long bytes = 0;
        while (next < lent.size() && batch.size() < request.limits().messages()) {
            Message message = lent.get(next).message();
            bytes += MemoryBatch.size(message);
            if (!batch.isEmpty() && bytes > request.limits().bytes()) {
                break;
            }
            batch.add(message.movedTo(0, 0, next++).build());
        }
        return new Batch(batch, List.of(), next == lent.size());
    }

    @Override
    public List<Position> checkpoint() {
        return List.of(Position.of(0, next));
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                queues.giveBack(request.channel(), lent);
            } catch (FaultException gone) {
                lent.clear(); // the broker went away with its queues
            }
        }
    }
}
