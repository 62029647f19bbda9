package dev.brokerscope.core.job;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// All jobs of this process, and the history that every process of this user shares. Any thread.
public final class Jobs implements AutoCloseable {

    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final JobHistory history;
    private final Set<String> unkept = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Job<?>> running = new ConcurrentHashMap<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();

    /// @param folder where history is kept, `jobs` in the state folder; made when first needed
    public Jobs(Path folder) {
        this(folder, Clock.systemUTC());
    }

    public Jobs(Path folder, Clock clock) {
        this.history = new JobHistory(folder);
        this.clock = clock;
    }

    public <R extends JobReport> Job<R> start(JobRequest request, JobBody<R> body) {
        Job<R> job = new Job<>(newId(), request, clock.instant());
        running.put(job.id(), job);
        keep(job);
        Thread thread = Thread.ofPlatform().daemon().name("job-" + job.id()).unstarted(() -> {
            try {
                job.run(body, clock);
                Thread.interrupted(); // a cancel that came too late must not cost the history
                keep(job);
            } finally {
                running.remove(job.id());
                threads.remove(job.id());
                job.release();
            }
        });
        threads.put(job.id(), thread);
        job.attach(thread);
        thread.start();
        return job;
    }

    /// Newest first.
    public List<Job<?>> running() {
        List<Job<?>> jobs = new ArrayList<>(running.values());
        jobs.sort(Comparator.comparing((Job<?> j) -> j.started()).reversed());
        return jobs;
    }

    /// What ended, newest first; jobs that run in other processes are among it, as running.
    public List<JobRecord> past() {
        Predicate<JobRecord> ours = r -> running.containsKey(r.id());
        return history.all().stream().filter(ours.negate()).toList();
    }

    /// Drops a past job from history; what it made stays.
    public void forget(String id) {
        if (!running.containsKey(id)) {
            history.remove(id);
        }
    }

    /// Cancels what runs and waits a few seconds for it.
    @Override
    public void close() {
        running.values().forEach(Job::cancel);
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        for (Thread thread : threads.values()) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void keep(Job<?> job) {
        if (!history.save(job.record()) && unkept.add(job.id())) {
            job.progress().note(Note.Level.WARNING,
                    "The history of jobs cannot be written to " + history.folder() + ".");
        }
    }

    private String newId() {
        byte[] salt = new byte[3];
        random.nextBytes(salt);
        return ID.format(clock.instant()) + "-" + HexFormat.of().formatHex(salt);
    }
}
