package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes the next batches on a thread of its own while their reader is still busy with the last one. The first batch is
/// made by the reader's thread: who wants only one page pays for nothing else. One reader's thread.
final class BatchesAhead implements AutoCloseable {

    private static final int AHEAD = 2;

    /// A batch.
    ///
    /// @param end whether nothing comes behind it
    /// @param checkpoint where the partitions stand behind it
    record Made(Batch batch, boolean end, List<Position> checkpoint) {}

    /// Makes batches, one thread at a time.
    interface Maker {
        Made make() throws FaultException, InterruptedException;
    }

    private final Maker maker;
    private final Deque<Future<Made>> coming = new ArrayDeque<>();
    private volatile @Nullable ExecutorService worker;
    private boolean begun;

    BatchesAhead(Maker maker) {
        this.maker = maker;
    }

    Made next() throws FaultException, InterruptedException {
        if (!begun) {
            begun = true;
            return maker.make();
        }
        ExecutorService running = worker;
        if (running == null) {
            ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("archive-read").factory());
            pool.allowCoreThreadTimeOut(true);
            running = pool;
            worker = running;
        }
        while (coming.size() < AHEAD) {
            coming.add(running.submit(maker::make));
        }
        Future<Made> first = coming.remove();
        coming.add(running.submit(maker::make));
        return made(first);
    }

    private static Made made(Future<Made> future) throws FaultException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FaultException fault -> throw fault;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException defect -> throw defect;
                case Error defect -> throw defect;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Waits for a batch that is being made: what it reads from can be closed afterwards.
    @Override
    public void close() {
        ExecutorService running = worker;
        if (running == null) {
            return;
        }
        running.shutdownNow();
        boolean interrupted = false;
        while (!running.isTerminated()) {
            try {
                running.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
