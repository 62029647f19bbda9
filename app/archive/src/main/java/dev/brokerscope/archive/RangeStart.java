package dev.brokerscope.archive;

import dev.brokerscope.api.message.Position;
import java.util.Optional;

/// What a run is to cover of one partition, and what the broker had when the cut was made.
///
/// @param first the oldest position the broker held, where it tells
/// @param stable the last stable position, where the broker tells
/// @param begin the first position asked for
/// @param end exclusive; absent where no end is known
public record RangeStart(Optional<Position> first, Optional<Position> stable, Position begin, Optional<Position> end) {

    public int partition() {
        return begin.partition();
    }
}
