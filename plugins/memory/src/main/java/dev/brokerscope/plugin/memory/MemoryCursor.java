package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Reads a channel in memory: batches take from the partitions in turn.
final class MemoryCursor implements Cursor {

    private final MemoryBroker broker;
    private final MemoryChannel channel;
    private final OpenRequest request;
    private final Consumer<MemoryCursor> whenClosed;
    private final CursorPlan plan;
    private final List<MemoryReading> readings;
    private int turn;
    private long delivered;
    private volatile boolean cancelled;
    private volatile boolean closed;

    /// The broker's lock must be held.
    MemoryCursor(MemoryBroker broker, MemoryChannel channel, OpenRequest request, Consumer<MemoryCursor> whenClosed)
            throws FaultException {
        this.broker = broker;
        this.channel = channel;
        this.request = request;
        this.whenClosed = whenClosed;
        this.readings = MemoryReading.plan(channel, request);
        this.plan = new CursorPlan(readings.stream().map(MemoryReading::range).toList(), MemoryBroker.ATTRIBUTES);
    }

    @Override
    public CursorPlan plan() {
        return plan;
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        ReentrantLock lock = broker.lock();
        lock.lockInterruptibly();
        try {
            pause();
            OptionalLong quiet = request.end() instanceof End.Quiet(long millis)
                    ? OptionalLong.of(Duration.ofMillis(millis).toNanos()) : OptionalLong.empty();
            long left = Math.min(maxWait.toNanos(), quiet.orElse(Long.MAX_VALUE));
            while (true) {
                demandAlive();
                Batch batch = take();
                if (batch.end() || !batch.messages().isEmpty() || !batch.events().isEmpty()) {
                    return batch;
                }
                if (left <= 0) {
                    return quiet.isPresent() && quiet.getAsLong() <= maxWait.toNanos() ? Batch.END : Batch.EMPTY;
                }
                left = broker.await(left);
            }
        } finally {
            lock.unlock();
        }
    }

    MemoryChannel channel() {
        return channel;
    }

    @Override
    public List<Position> checkpoint() {
        return readings.stream().map(MemoryReading::position).toList();
    }

    @Override
    public void cancel() {
        cancelled = true;
        broker.wake();
    }

    @Override
    public void close() {
        closed = true;
        whenClosed.accept(this);
        broker.wake();
    }

    private Batch take() throws FaultException {
        long allowed = broker.script().readable(channel.id().name(), delivered);
        if (allowed == 0) {
            strike();
        }
        MemoryBatch batch = new MemoryBatch(request.limits(), allowed);
        for (int i = 0; i < readings.size(); i++) {
            readings.get((turn + i) % readings.size()).fill(batch);
        }
        turn++;
        delivered += batch.size();
        return batch.build(readings.stream().allMatch(MemoryReading::finished));
    }

    private void strike() throws FaultException {
        Optional<Fault> fault = broker.script().strike(channel.id().name());
        if (fault.isPresent()) {
            throw new FaultException(fault.get());
        }
        broker.delete(channel.id().name());
        throw MemoryFaults.deleted(channel);
    }

    private void demandAlive() throws FaultException {
        if (cancelled) {
            throw MemoryFaults.cancelled();
        }
        if (closed) {
            throw MemoryFaults.closed(broker.name());
        }
        broker.demandReachable();
        if (channel.deleted()) {
            throw MemoryFaults.deleted(channel);
        }
    }

    private void pause() throws InterruptedException {
        long left = broker.script().delay(channel.id().name()).toNanos();
        while (left > 0 && !cancelled && !closed) {
            left = broker.await(left);
        }
    }
}
