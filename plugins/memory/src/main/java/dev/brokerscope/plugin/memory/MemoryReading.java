package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorEvent.Gap;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// How far one partition has been read. The broker's lock must be held.
final class MemoryReading {

    private final int number;
    private final MemoryPartition partition;
    private final Isolation isolation;
    private final long from;
    private final OptionalLong to;
    private long next;

    private MemoryReading(int number, MemoryPartition partition, OpenRequest request, long asked, OptionalLong to) {
        this.number = number;
        this.partition = partition;
        this.isolation = request.isolation();
        this.from = Math.max(asked, partition.first());
        this.to = to;
        this.next = asked;
    }

    static List<MemoryReading> plan(MemoryChannel channel, OpenRequest request) throws FaultException {
        List<Integer> numbers = request.partitions().map(List::copyOf)
                .orElseGet(() -> IntStream.range(0, channel.partitions().size()).boxed().toList());
        List<MemoryReading> readings = new ArrayList<>();
        for (int number : numbers.stream().sorted(Comparator.naturalOrder()).toList()) {
            MemoryPartition partition = MemoryBroker.partition(channel, number);
            OptionalLong to = end(request.end(), number, partition);
            OptionalLong asked = start(request.start(), number, partition, to.orElse(partition.end()));
            if (asked.isPresent()) {
                readings.add(new MemoryReading(number, partition, request, asked.getAsLong(), to));
            }
        }
        return readings;
    }

    private static OptionalLong end(End end, int number, MemoryPartition partition) {
        return switch (end) {
            case End.Snapshot() -> OptionalLong.of(partition.end());
            case End.Follow() -> OptionalLong.empty();
            case End.Quiet(long _) -> OptionalLong.empty();
            case End.BeforePositions(List<Position> ends) -> OptionalLong.of(
                    Math.min(partition.end(), at(ends, number).orElse(partition.end())));
            case End.BeforeTime(long millis) -> OptionalLong.of(partition.seek(millis));
        };
    }

    private static OptionalLong start(Start start, int number, MemoryPartition partition, long end)
            throws FaultException {
        return switch (start) {
            case Start.Earliest() -> OptionalLong.of(partition.first());
            case Start.Latest() -> OptionalLong.of(partition.end());
            case Start.LastN(long count) -> OptionalLong.of(Math.max(partition.first(), end - count));
            case Start.AtTime(long millis) -> OptionalLong.of(partition.seek(millis));
            case Start.AtPositions(List<Position> wanted) -> {
                OptionalLong asked = at(wanted, number);
                if (asked.isPresent() && asked.getAsLong() > partition.end()) {
                    throw MemoryFaults.beyond(Position.of(number, asked.getAsLong()), partition.end());
                }
                yield asked;
            }
        };
    }

    private static OptionalLong at(List<Position> positions, int number) {
        return positions.stream().filter(p -> p.partition() == number).mapToLong(Position::lo).findFirst();
    }

    CursorPlan.Range range() {
        Count expected = to.isPresent() ? Count.exact(partition.count(from, to.getAsLong())) : Count.UNKNOWN;
        return new CursorPlan.Range(number, Position.of(number, from),
                to.isPresent() ? Optional.of(Position.of(number, to.getAsLong())) : Optional.empty(), expected);
    }

    Position position() {
        return Position.of(number, next);
    }

    boolean finished() {
        return to.isPresent() && next >= to.getAsLong();
    }

    /// Adds what there is and fits.
    void fill(MemoryBatch batch) {
        long end = Math.min(to.orElse(Long.MAX_VALUE), partition.end());
        skipForgotten(batch, Math.min(partition.first(), to.orElse(Long.MAX_VALUE)));
        while (next < end) {
            switch (partition.slot(next, isolation)) {
                case MemoryPartition.Slot.Hole(GapReason reason) -> skipHole(batch, reason, end);
                case MemoryPartition.Slot.Stored(var message, boolean _) -> {
                    if (!batch.takes(message)) {
                        return;
                    }
                    batch.add(message);
                    next++;
                }
            }
        }
    }

    private void skipForgotten(MemoryBatch batch, long first) {
        if (next < first) {
            if (next >= from) {
                batch.add(new Notice(Notice.Kind.TRUNCATED, OptionalInt.of(number), "Retention took the messages from "
                        + next + " to " + (first - 1) + " of partition " + number + " while it was read."));
            }
            skip(batch, first, GapReason.RETENTION);
        }
    }

    private void skipHole(MemoryBatch batch, GapReason reason, long end) {
        long behind = next + 1;
        while (behind < end && partition.slot(behind, isolation).equals(new MemoryPartition.Slot.Hole(reason))) {
            behind++;
        }
        skip(batch, behind, reason);
    }

    private void skip(MemoryBatch batch, long behind, GapReason reason) {
        CursorEvent gap = new Gap(position(), Position.of(number, behind), reason, true);
        batch.add(gap);
        next = behind;
    }
}
