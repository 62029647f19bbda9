package dev.brokerscope.api.broker;

import dev.brokerscope.api.message.Position;
import java.util.List;

/// Where reading ends, in each partition. Every end but `Follow` and `Quiet` is captured while opening.
public sealed interface End {

    /// What the channel holds when the cursor is opened.
    record Snapshot() implements End {}

    /// Never, until cancelled.
    record Follow() implements End {}

    /// Exclusive, per partition; capped by the snapshot.
    record BeforePositions(List<Position> ends) implements End {
        public BeforePositions {
            ends = List.copyOf(ends);
        }
    }

    /// Before the position of the first message at or after it; capped by the snapshot.
    record BeforeTime(long epochMillis) implements End {}

    /// When nothing came for so long: for brokers that know no end.
    record Quiet(long millis) implements End {}
}
