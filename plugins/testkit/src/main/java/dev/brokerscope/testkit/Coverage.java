package dev.brokerscope.testkit;

import dev.brokerscope.api.broker.CursorEvent.Gap;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whether messages and gaps cover each partition from its planned beginning to its planned end, without overlap.
final class Coverage {

    private Coverage() {}

    /// What is wrong, in one sentence; absent where every position is accounted for.
    static Optional<String> problem(Readout readout) {
        Map<Integer, TreeMap<Position, Position>> pieces = new HashMap<>();
        for (Message message : readout.messages()) {
            if (put(pieces, message.position(), message.position().next())) {
                return Optional.of("twice: " + message);
            }
        }
        for (Gap gap : readout.gaps()) {
            if (put(pieces, gap.from(), gap.next())) {
                return Optional.of("overlaps: " + gap);
            }
        }
        return readout.plan().ranges().stream()
                .flatMap(r -> problem(r, pieces.getOrDefault(r.partition(), new TreeMap<>())).stream()).findFirst();
    }

    private static boolean put(Map<Integer, TreeMap<Position, Position>> pieces, Position from, Position next) {
        return pieces.computeIfAbsent(from.partition(), _ -> new TreeMap<>()).put(from, next) != null;
    }

    private static Optional<String> problem(CursorPlan.Range range, TreeMap<Position, Position> pieces) {
        Position at = range.from();
        for (Map.Entry<Position, Position> piece : pieces.entrySet()) {
            if (!piece.getKey().equals(at)) {
                return Optional.of("a hole nobody explained, or an overlap, at " + at + ": next comes "
                        + piece.getKey());
            }
            at = piece.getValue();
        }
        Position end = at;
        return range.to().filter(to -> !to.equals(end)).map(to -> "the hole before the end: " + end + " to " + to);
    }
}
