package dev.brokerscope.desktop.message;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.query.QueryRun;
import dev.brokerscope.core.query.ResultStore;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// One query on its way: opens it, reads on where it stopped, ends it. Called from the JavaFX thread; the reading
/// happens elsewhere, one stretch at a time.
final class Search {

    /// Opens the query; blocks.
    interface Opening {
        QueryRun open() throws FaultException, InterruptedException;
    }

    /// How a stretch of reading ended.
    sealed interface Outcome {
        record Read() implements Outcome {}

        record Stopped() implements Outcome {}

        record Failed(Fault fault) implements Outcome {}
    }

    private final Opening opening;
    private final Executor work;
    private final boolean once;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Optional<QueryRun> run = Optional.empty();
    private volatile Optional<Thread> reader = Optional.empty();
    private volatile boolean stopping;
    private volatile boolean closed;

    /// @param once whether the broker is let go after the first stretch, because reading holds something of it
    Search(Opening opening, Executor work, boolean once) {
        this.opening = opening;
        this.work = work;
        this.once = once;
    }

    Optional<QueryRun> run() {
        return run;
    }

    Optional<ResultStore> rows() {
        return run.map(QueryRun::rows);
    }

    /// Reads until the result has so many rows, gaps included.
    void readUntil(long rows, Consumer<Outcome> then) {
        stopping = false;
        work.execute(() -> {
            turn.lock();
            try {
                if (!closed) {
                    then.accept(read(rows));
                }
            } finally {
                turn.unlock();
            }
        });
    }

    private Outcome read(long rows) {
        reader = Optional.of(Thread.currentThread());
        try {
            if (run.isEmpty()) {
                run = Optional.of(opening.open());
            }
            QueryRun reading = run.get();
            while (!stopping && !reading.ended() && reading.rows().size() < rows) {
                reading.readMore(rows - reading.rows().size());
            }
            return reading.ended() || reading.rows().size() >= rows ? new Outcome.Read() : new Outcome.Stopped();
        } catch (FaultException e) {
            return new Outcome.Failed(e.fault());
        } catch (InterruptedException stopped) {
            return new Outcome.Stopped();
        } finally {
            reader = Optional.empty();
            if (once) {
                run.ifPresent(QueryRun::letGo);
            }
        }
    }

    /// Ends the reading under way; what was found stays.
    void stop() {
        stopping = true;
        run.ifPresent(QueryRun::stop);
        reader.ifPresent(Thread::interrupt);
    }

    /// Ends everything and deletes the rows, once the reading has come to its end.
    void close() {
        closed = true;
        stop();
        work.execute(() -> {
            turn.lock();
            try {
                run.ifPresent(QueryRun::close);
            } finally {
                turn.unlock();
            }
        });
    }
}
