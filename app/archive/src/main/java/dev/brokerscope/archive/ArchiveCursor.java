package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Reads one channel of an archive over connections of its own, block after block, partitions in turn.
final class ArchiveCursor implements OutlineCursor {

    private final SetFrames source;
    private final Path file;
    private final CursorPlan plan;
    private final OpenRequest.Limits limits;
    private final boolean follows;
    private final List<PartitionScan> scans;
    private final Deque<PartitionScan> open = new ArrayDeque<>();
    private final Consumer<ArchiveCursor> whenClosed;
    private final BatchesAhead ahead = new BatchesAhead(this::make);
    private BatchesAhead.Made last;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean closed;

    /// @param follows whether to go on waiting at the end, where nothing ever comes
    ArchiveCursor(OpenArchive archive, SetFrames source, CursorPlan plan, OpenRequest.Limits limits, boolean follows,
            List<PartitionScan> scans, Consumer<ArchiveCursor> whenClosed) {
        this.source = source;
        this.file = archive.file();
        this.plan = plan;
        this.limits = limits;
        this.follows = follows;
        this.scans = List.copyOf(scans);
        this.whenClosed = whenClosed;
        scans.stream().filter(s -> !s.done()).forEach(open::add);
        last = new BatchesAhead.Made(Batch.EMPTY, open.isEmpty(), positions());
    }

    @Override
    public CursorPlan plan() {
        return plan;
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        if (last.end() && follows && !stopped.await(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
            return Batch.EMPTY;
        }
        checkRunning();
        last = ahead.next();
        checkRunning();
        return last.batch();
    }

    /// On the reader's thread at first, then on one of its own.
    private BatchesAhead.Made make() throws FaultException, InterruptedException {
        BatchBuilder batch = new BatchBuilder(limits);
        while (!open.isEmpty() && !batch.full()) {
            checkRunning();
            PartitionScan scan = open.removeFirst();
            Position before = scan.next();
            fill(scan, batch);
            if (scan.insideBlock()) {
                open.addFirst(scan);
            } else if (!scan.done()) {
                open.addLast(scan);
            }
            if (scan.next().equals(before) && !scan.done()) {
                break;
            }
        }
        checkRunning();
        return new BatchesAhead.Made(batch.build(open.isEmpty() && !follows), open.isEmpty(), positions());
    }

    @Override
    public boolean nextOutlines(Listener listener) throws FaultException, InterruptedException {
        checkRunning();
        if (open.isEmpty()) {
            return false;
        }
        PartitionScan scan = open.removeFirst();
        scan.outline(listener);
        if (!scan.done()) {
            open.addLast(scan);
        }
        return !open.isEmpty();
    }

    private void fill(PartitionScan scan, BatchBuilder batch) throws FaultException, InterruptedException {
        try {
            scan.fill(batch);
        } catch (FaultException e) {
            checkRunning();
            throw e;
        }
    }

    private void checkRunning() throws FaultException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (closed) {
            throw new FaultException(FaultKind.CLOSED, "archive.closed", "The archive " + file + " was closed.",
                    "");
        }
        if (stopped.getCount() == 0) {
            throw new FaultException(FaultKind.CANCELLED, "archive.cancelled",
                    "Reading " + file + " was cancelled.",
                    "");
        }
    }

    @Override
    public List<Position> checkpoint() {
        return last.checkpoint();
    }

    private List<Position> positions() {
        return scans.stream().map(PartitionScan::next).toList();
    }

    @Override
    public void cancel() {
        stopped.countDown();
    }

    @Override
    public void close() {
        closed = true;
        stopped.countDown();
        whenClosed.accept(this);
        ahead.close();
        source.close();
    }
}
