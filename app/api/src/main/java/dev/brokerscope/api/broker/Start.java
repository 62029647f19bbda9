package dev.brokerscope.api.broker;

import dev.brokerscope.api.message.Position;
import java.util.List;

/// Where reading begins, in each partition.
public sealed interface Start {

    record Earliest() implements Start {}

    /// Only what comes after the opening.
    record Latest() implements Start {}

    /// The newest positions before the end, per partition; holes count, so fewer messages may come.
    record LastN(long perPartition) implements Start {}

    /// The first message at or after it, milliseconds since the epoch.
    record AtTime(long epochMillis) implements Start {}

    /// The first wanted position per partition; partitions without one are not read.
    record AtPositions(List<Position> firstWanted) implements Start {
        public AtPositions {
            firstWanted = List.copyOf(firstWanted);
        }
    }
}
