package dev.brokerscope.api.message;

import java.util.Comparator;

/// A place in one partition: two non-negative 64-bit integers that order it (Kafka: `(0, offset)`, Redis: `(ms, seq)`).
/// The broker's own notation of it comes from `Session.notation`.
public record Position(int partition, long hi, long lo) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparingInt(Position::partition)
            .thenComparingLong(Position::hi)
            .thenComparingLong(Position::lo);

    public Position {
        if (hi < 0 || lo < 0) {
            throw new IllegalArgumentException("position (" + hi + ", " + lo + ") is negative");
        }
    }

    public static Position of(int partition, long offset) {
        return new Position(partition, 0, offset);
    }

    /// The smallest position behind this one: the next of `(hi, max)` is `(hi + 1, 0)`.
    public Position next() {
        return lo == Long.MAX_VALUE ? new Position(partition, hi + 1, 0) : new Position(partition, hi, lo + 1);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
