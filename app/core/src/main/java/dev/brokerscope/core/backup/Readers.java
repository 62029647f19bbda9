package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.job.JobContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// A few threads that read channels, one cursor each at a time, into a short queue: the writer's pace is theirs.
final class Readers implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final int QUEUED = 8;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final BackupSource source;
    private final BackupPlan plan;
    private final Optional<SchemaCollector> schemas;
    private final JobContext job;
    private final Queue<ReadTask> tasks;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(QUEUED);
    private final Set<Cursor> cursors = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Readers(BackupSource source, BackupPlan plan, Optional<SchemaCollector> schemas, JobContext job,
            Collection<ReadTask> tasks) {
        this.source = source;
        this.plan = plan;
        this.schemas = schemas;
        this.job = job;
        this.tasks = new ConcurrentLinkedQueue<>(tasks);
    }

    void start() {
        int count = Math.min(AT_ONCE, tasks.size());
        for (int i = 0; i < count; i++) {
            Thread thread = Thread.ofPlatform().daemon().name("backup-reader-" + i).unstarted(this::readAll);
            threads.add(thread);
            thread.start();
        }
    }

    /// Empty where nothing came within the time.
    Optional<Arrival> poll(Duration maxWait) throws InterruptedException {
        return Optional.ofNullable(arrivals.poll(maxWait.toNanos(), TimeUnit.NANOSECONDS));
    }

    /// Stops all of them; nothing arrives afterwards.
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        cursors.forEach(Cursor::cancel);
        boolean interrupted = Thread.interrupted();
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll() {
        try {
            for (ReadTask task = tasks.poll(); task != null && !closed; task = tasks.poll()) {
                arrivals.put(read(task));
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            if (!closed) {
                report(new Arrival.Broken(e));
            }
        }
    }

    private void report(Arrival arrival) {
        try {
            arrivals.put(arrival);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Arrival read(ReadTask task) throws InterruptedException {
        try (Cursor cursor = source.session().open(task.request(plan.isolation(), plan.consent()))) {
            cursors.add(cursor);
            try {
                return read(task, cursor);
            } finally {
                cursors.remove(cursor);
            }
        } catch (FaultException e) {
            boolean gone = e.kind() == FaultKind.INCOMPLETE || e.kind() == FaultKind.NOT_FOUND;
            return gone ? new Arrival.Gone(task.channel(), e) : new Arrival.Failed(e);
        }
    }

    private Arrival read(ReadTask task, Cursor cursor) throws FaultException, InterruptedException {
        while (true) {
            job.pausePoint();
            Batch batch = cursor.next(WAIT);
            if (!batch.messages().isEmpty() || !batch.events().isEmpty()) {
                List<Sighting> seen = schemas.isPresent()
                        ? schemas.get().look(task.channel(), batch.messages())
                        : List.of();
                arrivals.put(new Arrival.Read(task.channel(), batch, seen));
            }
            if (batch.end()) {
                return new Arrival.Ended(task.channel(), cursor.checkpoint());
            }
        }
    }
}
