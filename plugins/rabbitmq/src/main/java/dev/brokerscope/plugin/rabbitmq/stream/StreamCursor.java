package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a stream, or the partitions of a super stream side by side.
final class StreamCursor implements Cursor {

    private static final long LEAST_BUDGET = 1L << 20;
    private static final long MOST_BUDGET = 16L << 20;
    private static final long BREATH = Duration.ofMillis(200).toNanos();

    private final StreamNodes nodes;
    private final OpenRequest request;
    private final StreamPlan plan;
    private final List<StreamLane> lanes;
    private final Consumer<StreamCursor> whenClosed;
    private final Semaphore something = new Semaphore(0);
    private final ReentrantLock using = new ReentrantLock();
    private final List<CursorEvent> events;
    /// Read, but too large for the last batch, with the lane's checkpoint before it.
    private @Nullable Message kept;
    private long quietSince = System.nanoTime();
    private int turn;
    private volatile boolean cancelled;
    private volatile boolean closed;

    StreamCursor(StreamNodes nodes, OpenRequest request, StreamPlan plan, Consumer<StreamCursor> whenClosed)
            throws FaultException, InterruptedException {
        this.nodes = nodes;
        this.request = request;
        this.plan = plan;
        this.whenClosed = whenClosed;
        this.events = new ArrayList<>(plan.gaps());
        long budget = Math.clamp(request.limits().bytes() / Math.max(1, plan.parts().size()), LEAST_BUDGET,
                MOST_BUDGET);
        this.lanes = plan.parts().stream().map(p -> new StreamLane(nodes, p, budget, something::release)).toList();
        try {
            for (StreamLane lane : lanes) {
                lane.begin();
            }
        } catch (FaultException | InterruptedException | RuntimeException e) {
            lanes.forEach(StreamLane::close);
            throw e;
        }
    }

    @Override
    public CursorPlan plan() {
        return plan.cursorPlan();
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        using.lockInterruptibly();
        try {
            long deadline = System.nanoTime() + maxWait.toNanos();
            while (true) {
                demandOpen();
                something.drainPermits();
                List<Message> messages = collect();
                boolean end = kept == null && lanes.stream().allMatch(StreamLane::isAtEnd);
                if (!messages.isEmpty() || !events.isEmpty() || end) {
                    quietSince = messages.isEmpty() ? quietSince : System.nanoTime();
                    Batch batch = new Batch(messages, List.copyOf(events), end);
                    events.clear();
                    return batch;
                }
                if (wentQuiet()) {
                    return Batch.END;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return Batch.EMPTY;
                }
                pause(Math.min(left, BREATH));
            }
        } finally {
            using.unlock();
        }
    }

    private void pause(long nanos) throws FaultException, InterruptedException {
        something.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        try {
            for (StreamLane lane : lanes) {
                lane.mend(events);
            }
        } catch (FaultException e) {
            demandOpen();
            throw e;
        }
    }

    /// Takes from one lane after the other, each as long as it has something.
    private List<Message> collect() {
        List<Message> messages = new ArrayList<>();
        long bytes = 0;
        int idle = 0;
        while (idle < Math.max(1, lanes.size()) && messages.size() < request.limits().messages()) {
            Optional<Message> message = kept != null ? Optional.of(kept) : poll();
            kept = null;
            if (message.isEmpty()) {
                idle++;
                turn++;
                continue;
            }
            idle = 0;
            long size = size(message.get());
            if (!messages.isEmpty() && bytes + size > request.limits().bytes()) {
                kept = message.get();
                break;
            }
            bytes += size;
            messages.add(message.get());
        }
        return messages;
    }

    private Optional<Message> poll() {
        return lanes.isEmpty() ? Optional.empty() : lanes.get(turn % lanes.size()).poll(events);
    }

    private static long size(Message message) {
        long size = Math.max(0, message.valueSize());
        for (int i = 0; i < message.headers().size(); i++) {
            Header header = message.headers().get(i);
            size += header.name().size() + header.value().map(v -> v.size()).orElse(0);
        }
        for (int i = 0; i < message.attributeCount(); i++) {
            size += message.attribute(i).map(a -> a instanceof AttributeValue.Binary(var bytes) ? bytes.size() : 16)
                    .orElse(0);
        }
        return size;
    }

    private boolean wentQuiet() {
        return request.end() instanceof End.Quiet(long millis)
                && System.nanoTime() - quietSince >= Duration.ofMillis(millis).toNanos();
    }

    @Override
    public List<Position> checkpoint() {
        Message waiting = kept;
        return lanes.stream().map(StreamLane::checkpoint)
                .map(p -> waiting != null && waiting.partition() == p.partition() ? waiting.position() : p).toList();
    }

    @Override
    public void cancel() {
        cancelled = true;
        something.release();
    }

    @Override
    public void close() {
        closed = true;
        something.release();
        lanes.forEach(StreamLane::close);
        whenClosed.accept(this);
    }

    private void demandOpen() throws FaultException {
        if (cancelled) {
            throw RabbitFaults.cancelled();
        }
        if (closed || nodes.link().isClosed()) {
            throw RabbitFaults.closed();
        }
    }
}
