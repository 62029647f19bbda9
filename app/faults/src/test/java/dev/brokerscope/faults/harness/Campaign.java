package dev.brokerscope.faults.harness;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Repeats one kind of trial, each with a chance of its own, until its number is reached, and keeps the book.
///
/// A trial gets all its chance from its number and the seed, so `-Dfaults.seed=S -Dfaults.trial=N` repeats it alone.
/// One trial may stand for several counted events (the kills of one backup); they are told by [Tally#count].
public final class Campaign {

    private static final long FIXED_SEED = 20_261_122L;
    private static final int TOLD_AT_MOST = 10;

    private final String promise;
    private final String counted;
    private final long wanted;
    private final long seed = number("faults.seed", FIXED_SEED);
    private final AtomicLong done = new AtomicLong();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    private Campaign(String promise, String counted, long wanted) {
        this.promise = promise;
        this.counted = counted;
        this.wanted = wanted;
    }

    /// @param counted what the number counts: `kills`
    /// @param everyBuild how many in each build; `full` of them where `faults.long` is set
    public static Campaign of(String promise, String counted, long everyBuild, long full) {
        return new Campaign(promise, counted, isLong() ? full : everyBuild);
    }

    /// Whether the large numbers were asked for.
    public static boolean isLong() {
        return Boolean.getBoolean("faults.long");
    }

    /// How many events are wanted.
    public long wanted() {
        return wanted;
    }

    /// Counts what happens in one trial.
    public interface Tally {
        void count(long events);
    }

    /// Fails by throwing anything.
    public interface Trial {
        void run(SplittableRandom random, Tally tally) throws Exception;
    }

    /// Several at once, as many as `faults.lanes` says.
    public void run(Trial trial) throws InterruptedException {
        run(Math.toIntExact(number("faults.lanes", 2)), trial);
    }

    /// One after the other.
    public void runInTurn(Trial trial) throws InterruptedException {
        run(1, trial);
    }

    private void run(int lanes, Trial trial) throws InterruptedException {
        Instant started = Instant.now();
        Instant deadline = started.plus(Duration.ofMinutes(number("faults.minutes", 60)));
        System.out.println(promise + ": " + wanted + " " + counted + ", seed " + seed);
        long only = number("faults.trial", -1);
        if (only >= 0) {
            attempt(trial, only);
        } else {
            AtomicLong numbers = new AtomicLong();
            ExecutorService threads = Executors.newFixedThreadPool(lanes);
            for (int lane = 0; lane < lanes; lane++) {
                threads.execute(() -> {
                    while (done.get() < wanted && failures.size() < TOLD_AT_MOST && Instant.now().isBefore(deadline)) {
                        attempt(trial, numbers.getAndIncrement());
                    }
                });
            }
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.DAYS);
        }
        record(Duration.between(started, Instant.now()));
        if (!failures.isEmpty()) {
            throw new AssertionError(promise + ": " + failures.size() + " of " + done + " " + counted + " failed\n"
                    + String.join("\n", failures));
        }
    }

    private void attempt(Trial trial, long number) {
        AtomicLong counted = new AtomicLong();
        try {
            trial.run(new SplittableRandom(seed * 1_000_003L + number), counted::addAndGet);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add("interrupted");
        } catch (Exception | AssertionError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            failures.add("again by -Dfaults.seed=" + seed + " -Dfaults.trial=" + number + ": " + trace);
        }
        done.addAndGet(Math.max(1, counted.get()));
    }

    private void record(Duration took) {
        String line = String.join("\t", promise, counted, Long.toString(done.get()), Long.toString(wanted),
                Integer.toString(failures.size()), Long.toString(seed), Long.toString(took.toSeconds()),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()) + "\n";
        System.out.print("result\t" + line);
        Path results = Path.of(System.getProperty("faults.results", "target/reliability.tsv"));
        try {
            Files.createDirectories(results.toAbsolutePath().getParent());
            Files.writeString(results, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long number(String property, long otherwise) {
        String text = System.getProperty(property, "");
        return text.isBlank() ? otherwise : Long.parseLong(text.strip());
    }
}
