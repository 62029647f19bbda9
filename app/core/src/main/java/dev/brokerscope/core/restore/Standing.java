package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What stands in the target already though no journal knows: for each of its partitions, what became of the next
/// messages that belong there. One thread.
final class Standing {

    private final Map<Integer, ArrayDeque<Optional<Position>>> next = new HashMap<>();

    void found(int partition, Position at) {
        next.computeIfAbsent(partition, _ -> new ArrayDeque<>()).add(Optional.of(at));
    }

    /// The next one was refused, and will be again.
    void refused(int partition) {
        next.computeIfAbsent(partition, _ -> new ArrayDeque<>()).add(Optional.empty());
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    /// Where the archive's next message stands; empty where it has to be written. Each message is to be asked for once.
    Optional<Position> take(Message message, Route route) {
        if (next.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt partition = route.partition(message);
        ArrayDeque<Optional<Position>> queue =
                partition.isEmpty() ? new ArrayDeque<>() : next.getOrDefault(partition.getAsInt(), new ArrayDeque<>());
        if (queue.isEmpty()) {
            return Optional.empty();
        }
        Optional<Position> at = queue.remove();
        if (queue.isEmpty()) {
            next.remove(partition.getAsInt());
        }
        return at;
    }
}
