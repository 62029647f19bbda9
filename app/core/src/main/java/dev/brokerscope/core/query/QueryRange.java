package dev.brokerscope.core.query;

import dev.brokerscope.api.message.Position;
import java.util.List;

/// Where a query begins and which way it goes. How many messages it brings is up to how often it is asked for more.
public sealed interface QueryRange {

    /// From the end backwards: the newest first.
    record Newest() implements QueryRange {}

    /// From the beginning: the oldest first.
    record Oldest() implements QueryRange {}

    /// From these positions on; partitions without one are not read.
    record FromPositions(List<Position> first) implements QueryRange {
        public FromPositions {
            first = List.copyOf(first);
        }
    }

    /// From the first message at or after it; milliseconds since the epoch.
    record FromTime(long epochMillis) implements QueryRange {}

    /// From the first message at or after `from` to the one before the first at or after `to`.
    record Between(long from, long to) implements QueryRange {}

    /// Only what comes after the opening, without an end.
    record Live() implements QueryRange {}

    default boolean backwards() {
        return this instanceof Newest;
    }
}
