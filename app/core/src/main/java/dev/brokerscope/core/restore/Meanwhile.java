package dev.brokerscope.core.restore;

import dev.brokerscope.api.fault.FaultException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Something that is found out on a thread of its own while its owner does something else. Closing it ends what runs, and
/// waits for that.
final class Meanwhile<T> implements AutoCloseable {

    private final ExecutorService thread;
    private final Future<T> found;

    /// @param name of the thread
    Meanwhile(String name, Callable<T> work) {
        thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
        found = thread.submit(work);
    }

    /// Waits for it.
    ///
    /// @throws FaultException what the work threw
    T result() throws FaultException, InterruptedException {
        try {
            return found.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FaultException fault -> throw fault;
                case InterruptedException cancelled -> throw cancelled;
                case RuntimeException defect -> throw defect;
                case Error defect -> throw defect;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
