package dev.brokerscope.core.job;

import dev.brokerscope.api.channel.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/// Plain counters of a job: written by its threads, polled by views. Any thread.
public final class Progress {

    private static final int NOTES = 1_000;

    /// Everything at one moment.
    ///
    /// @param rateHistory bytes per second, a second apart, oldest first, at most ten minutes
    /// @param fraction 0 … 1, where the total is known
    /// @param saved messages that no crash can take any more; absent where the job does not tell
    public record View(String phase, long done, Count total, long bytes, double messagesPerSecond,
            double bytesPerSecond, Duration elapsed, Optional<Duration> timeLeft, OptionalDouble fraction,
            List<ProgressLine.View> lines, List<Note> notes, List<Double> rateHistory, OptionalLong saved) {}

    private final LongAdder done = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final List<ProgressLine> lines = new CopyOnWriteArrayList<>();
    private final ArrayDeque<Note> notes = new ArrayDeque<>();
    private final long startedNanos = System.nanoTime();
    private final Rates rates = new Rates(startedNanos);
    private volatile String phase = "";
    private volatile Count total = Count.UNKNOWN;
    private volatile long saved = -1;
    private volatile long endedNanos;
    private volatile long nextSample = startedNanos;

    /// A clause for people: `Reading`, `Comparing with the archive`.
    public void phase(String text) {
        phase = text;
    }

    public void total(Count count) {
        total = count;
    }

    public void add(long messages, long size) {
        done.add(messages);
        bytes.add(size);
        long now = System.nanoTime();
        if (now - nextSample >= 0) {
            nextSample = now + 1_000_000_000L;
            rates.sample(now, done.sum(), bytes.sum());
        }
    }

    /// Messages of this attempt that are safely kept: never ahead of what a crash would leave.
    public void saved(long messages) {
        saved = messages;
    }

    /// A new phase that counts from zero.
    public void restart(String newPhase, Count newTotal) {
        done.reset();
        bytes.reset();
        saved = -1;
        lines.clear();
        phase = newPhase;
        total = newTotal;
        rates.restart(System.nanoTime(), 0, 0);
    }

    public ProgressLine line(String group, String label, Count lineTotal) {
        ProgressLine line = new ProgressLine(group, label, lineTotal);
        lines.add(line);
        return line;
    }

    public void note(Note.Level level, String text) {
        synchronized (notes) {
            notes.add(new Note(Instant.now(), level, text));
            if (notes.size() > NOTES) {
                notes.removeFirst();
            }
        }
    }

    public View view() {
        long now = endedNanos != 0 ? endedNanos : System.nanoTime();
        long messages = done.sum();
        long size = bytes.sum();
        Count whole = total;
        double rate = rates.messagesPerSecond(now, messages);
        List<ProgressLine.View> lineViews = lines.stream().map(ProgressLine::view).toList();
        return new View(phase, messages, whole, size, rate, rates.bytesPerSecond(now, size),
                Duration.ofNanos(now - startedNanos), timeLeft(messages, whole, rate), fraction(messages, whole),
                lineViews, noteList(), rates.history(),
                saved < 0 ? OptionalLong.empty() : OptionalLong.of(saved));
    }

    /// Pauses do not count into the rate.
    void resumed() {
        rates.restart(System.nanoTime(), done.sum(), bytes.sum());
    }

    void ended() {
        endedNanos = System.nanoTime();
    }

    private List<Note> noteList() {
        synchronized (notes) {
            return new ArrayList<>(notes);
        }
    }

    private static OptionalDouble fraction(long messages, Count whole) {
        if (whole.quality() == Count.Quality.UNKNOWN) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(whole.value() == 0 ? 1 : Math.min(1, messages / (double) whole.value()));
    }

    private static Optional<Duration> timeLeft(long messages, Count whole, double rate) {
        if (whole.quality() == Count.Quality.UNKNOWN || rate <= 0) {
            return Optional.empty();
        }
        double seconds = Math.max(0, whole.value() - messages) / rate;
        return Optional.of(Duration.ofMillis(Math.round(seconds * 1_000)));
    }
}
