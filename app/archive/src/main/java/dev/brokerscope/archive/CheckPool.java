package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Lets all processors check what one thread reads, with few bytes in flight; hands the findings back on that thread, in
/// the order in which they were submitted. Closing it ends what runs.
final class CheckPool<R> implements AutoCloseable {

    private static final long BYTES_IN_FLIGHT = 24L << 20;
    private static final int MOST_IN_FLIGHT = 256;

    private record Pending<R>(Future<R> result, long bytes) {}

    private final ExecutorService workers;
    private final Deque<Pending<R>> pending = new ArrayDeque<>();
    private final Consumer<R> findings;
    private long inFlight;

    CheckPool(int threads, Consumer<R> findings) {
        this.workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("check-", 0).factory());
        this.findings = findings;
    }

    /// @param bytes that the work holds until it is done; waits while too many are
    void submit(long bytes, Callable<R> work) throws FaultException, InterruptedException {
        while (!pending.isEmpty()
                && (pending.getFirst().result().isDone() || inFlight + bytes > BYTES_IN_FLIGHT
                        || pending.size() >= MOST_IN_FLIGHT)) {
            takeFirst();
        }
        pending.addLast(new Pending<>(workers.submit(work), bytes));
        inFlight += bytes;
    }

    /// Waits for all.
    void drain() throws FaultException, InterruptedException {
        while (!pending.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() throws FaultException, InterruptedException {
        Pending<R> first = pending.removeFirst();
        inFlight -= first.bytes();
        findings.accept(valueOf(first.result()));
    }

    /// @throws FaultException what the work threw
    static <T> T valueOf(Future<T> work) throws FaultException, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FaultException fault -> throw fault;
                case InterruptedException cancelled -> throw cancelled;
                case null, default -> throw new FaultException(FaultKind.INTERNAL, "verify.defect",
                        "The check met something it does not expect.", "Please report this.", e);
            }
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
