package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Reads partitions by assignment: no group, no commits. The end is where the consumer's position says, since markers,
/// aborted transactions and compaction leave no record behind.
final class KafkaCursor implements Cursor {

    /// Between two looks at whether the topic still exists.
    private static final Duration BREATH = Duration.ofMillis(500);

    private final KafkaAdmin admin;
    private final OpenRequest request;
    private final CursorPlan plan;
    private final KafkaFetcher fetcher;
    private final KafkaWatch watch;
    private final Consumer<KafkaCursor> whenClosed;
    private final KafkaMessages messages = new KafkaMessages();
    private final ReentrantLock using = new ReentrantLock();
    private Iterator<ConsumerRecord<byte[], byte[]>> fetched = Collections.emptyIterator();
    private @Nullable ConsumerRecord<byte[], byte[]> waiting;
    private KafkaBatch batch;
    /// When the reader went away last.
    private long left = System.nanoTime();
    private volatile boolean cancelled;
    private volatile boolean closed;

    private KafkaCursor(KafkaAdmin admin, OpenRequest request, KafkaPlan plan, KafkaFetcher fetcher,
            Consumer<KafkaCursor> whenClosed) {
        this.admin = admin;
        this.request = request;
        this.plan = plan.cursorPlan();
        this.fetcher = fetcher;
        this.watch = new KafkaWatch(admin, plan.topic());
        this.whenClosed = whenClosed;
        this.batch = new KafkaBatch(request.limits());
        plan.opening().forEach(batch::add);
    }

    static KafkaCursor open(KafkaAdmin admin, OpenRequest request, KafkaPlan plan, Consumer<KafkaCursor> whenClosed)
            throws FaultException {
        return new KafkaCursor(admin, request, plan, KafkaFetcher.open(admin, request, plan), whenClosed);
    }

    @Override
    public CursorPlan plan() {
        return plan;
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        using.lockInterruptibly();
        try {
            long called = System.nanoTime();
            watch.away(Duration.ofNanos(called - left));
            long deadline = called + maxWait.toNanos();
            while (true) {
                demandOpen();
                fill();
                if (fetcher.finished() && nothingWaits()) {
                    watch.atEnd().ifPresent(batch::add);
                    return hand(true);
                }
                if (!batch.isEmpty()) {
                    return hand(false);
                }
                long rest = deadline - System.nanoTime();
                poll(Duration.ofNanos(Math.clamp(rest, 0, BREATH.toNanos())));
                if (rest <= 0 && nothingWaits() && batch.isEmpty() && !fetcher.finished()) {
                    return hand(wentQuiet());
                }
            }
        } finally {
            left = System.nanoTime();
            using.unlock();
        }
    }

    private boolean nothingWaits() {
        return waiting == null && !fetched.hasNext();
    }

    private Batch hand(boolean end) {
        Batch full = batch.build(end);
        batch = new KafkaBatch(request.limits());
        return full;
    }

    /// Moves fetched records into the batch until it is full; then, once all are out, closes what has come to its end.
    private void fill() throws FaultException, InterruptedException {
        while (!nothingWaits()) {
            ConsumerRecord<byte[], byte[]> record = waiting == null ? fetched.next() : waiting;
            PartitionReading reading = fetcher.reading(record.partition());
            waiting = null;
            if (reading.holds(record.offset())) {
                long size = KafkaMessages.size(record);
                if (!batch.takes(size)) {
                    waiting = record;
                    return;
                }
                fetcher.passTo(reading, record.offset(), batch);
                batch.add(messages.of(record), size);
            }
        }
        if (fetcher.settle(batch)) {
            watch.progressed();
        }
    }

    private void poll(Duration wait) throws FaultException, InterruptedException {
        fetched = fetcher.poll(wait, batch);
        if (fetched.hasNext()) {
            if (fetcher.mayBeAnother()) {
                watch.demandSame(this::demandOpen);
            }
            watch.progressed();
        } else {
            demandOpen();
            watch.look(fetcher.bounded()).ifPresent(batch::add);
        }
    }

    private boolean wentQuiet() {
        return request.end() instanceof End.Quiet(long millis) && watch.quiet().toMillis() >= millis;
    }

    @Override
    public List<Position> checkpoint() {
        return fetcher.checkpoint();
    }

    @Override
    public void cancel() {
        cancelled = true;
        fetcher.wake();
    }

    @Override
    public void close() {
        closed = true;
        fetcher.wake();
        using.lock();
        try {
            fetcher.close();
        } finally {
            using.unlock();
        }
        whenClosed.accept(this);
    }

    private void demandOpen() throws FaultException {
        Optional<FaultException> why = cancelled
                ? Optional.of(new FaultException(FaultKind.CANCELLED, "cancelled", "Reading was cancelled.", ""))
                : closed || admin.isClosed() ? Optional.of(admin.closed()) : Optional.empty();
        if (why.isPresent()) {
            throw why.get();
        }
    }
}
