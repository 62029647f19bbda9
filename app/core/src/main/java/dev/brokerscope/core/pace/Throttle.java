package dev.brokerscope.core.pace;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// Holds a mover of messages to a limit: whoever moved something waits until so much may have been moved. A pause is not
/// made up for by a rush. Any number of threads share one.
public final class Throttle {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /// What may be made up for after a moment without messages.
    private static final long SLACK = Duration.ofMillis(200).toNanos();
    private static final long NAP = Duration.ofMillis(100).toNanos();

    private final RateLimit limit;
    private final LongSupplier clock;
    private long freeAt;

    public Throttle(RateLimit limit) {
        this(limit, System::nanoTime);
    }

    /// @param clock nanoseconds that only grow
    Throttle(RateLimit limit, LongSupplier clock) {
        this.limit = limit;
        this.clock = clock;
        this.freeAt = clock.getAsLong();
    }

    /// Waits until the next may be moved, in naps, so that an interrupt or a cancelled job ends it soon.
    ///
    /// @param messages and `bytes`: what was moved just now
    public void moved(long messages, long bytes) throws InterruptedException {
        long until = charge(messages, bytes);
        for (long left = until - clock.getAsLong(); left > 0; left = until - clock.getAsLong()) {
            Thread.sleep(Duration.ofNanos(Math.min(left, NAP)));
        }
    }

    /// @return when the next may be moved, on the clock
    synchronized long charge(long messages, long bytes) {
        long cost = Math.max(cost(messages, limit.messagesPerSecond()), cost(bytes, limit.bytesPerSecond()));
        if (cost == 0) {
            return clock.getAsLong();
        }
        freeAt = Math.max(freeAt, clock.getAsLong() - SLACK) + cost;
        return freeAt;
    }

    private static long cost(long amount, OptionalLong perSecond) {
        return perSecond.isPresent() ? (long) ((double) amount / perSecond.getAsLong() * SECOND) : 0;
    }
}
