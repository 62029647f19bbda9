package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;

/// The bounds of a cursor, as captured while it was opened.
public record CursorPlan(List<Range> ranges, AttributeSchema attributes) {

    /// @param from the first position that may come
    /// @param to exclusive; absent where no end is known
    public record Range(int partition, Position from, Optional<Position> to, Count expected) {}

    public CursorPlan {
        ranges = List.copyOf(ranges);
    }
}
