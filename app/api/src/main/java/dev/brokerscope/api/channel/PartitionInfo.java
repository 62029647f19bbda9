package dev.brokerscope.api.channel;

import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;

/// The smallest unit with one order and one line of positions.
///
/// @param first the oldest position still held, where the broker tells
/// @param end the position behind the newest message, where the broker tells
/// @param facts leader, replicas, size and the like, in the broker's words
public record PartitionInfo(int number, Optional<Position> first, Optional<Position> end, Count count,
        List<Item> facts) {

    public PartitionInfo {
        facts = List.copyOf(facts);
    }
}
