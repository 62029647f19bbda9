package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Cursor;
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

/// A few threads that read tasks, one cursor each at a time, into a short queue: the writer's pace is theirs. Tasks that
/// never end have a thread each. So much is
/// in memory at once: the fetches and open blocks of as many tasks as there are threads, and the queue.
final class Readers implements AutoCloseable, TaskReader.Sink {

    private static final int AT_MOST = 4;
    private static final int QUEUED = 4;
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final TaskReader reader;
    private final Queue<ReadTask> tasks;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(QUEUED);
    private final Set<Cursor> cursors = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Readers(TaskReader reader, Collection<ReadTask> tasks) {
        this.reader = reader;
        this.tasks = new ConcurrentLinkedQueue<>(tasks);
    }

    void start() {
        int count = tasks.stream().anyMatch(ReadTask::follow)
                ? tasks.size()
                : Math.min(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, AT_MOST), tasks.size());
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

    @Override
    public void put(Arrival arrival) throws InterruptedException {
        arrivals.put(arrival);
    }

    @Override
    public void opened(Cursor cursor) {
        cursors.add(cursor);
        if (closed) {
            cursor.cancel();
        }
    }

    @Override
    public void closed(Cursor cursor) {
        cursors.remove(cursor);
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
                arrivals.put(reader.read(task, this, () -> closed));
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
}
