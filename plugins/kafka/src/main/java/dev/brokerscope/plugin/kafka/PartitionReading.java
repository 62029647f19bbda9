package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.message.Position;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/// How far one partition has been read.
final class PartitionReading {

    private final TopicPartition partition;
    private final long from;
    private final OptionalLong to;
    private long next;

    PartitionReading(TopicPartition partition, long from, OptionalLong to) {
        this.partition = partition;
        this.from = from;
        this.to = to;
        this.next = from;
    }

    TopicPartition partition() {
        return partition;
    }

    int number() {
        return partition.partition();
    }

    /// The next wanted offset: behind the last message or gap that was handed out.
    long next() {
        return next;
    }

    void next(long offset) {
        next = offset;
    }

    /// The smaller of the offset and the end.
    long bounded(long offset) {
        return Math.min(offset, to.orElse(Long.MAX_VALUE));
    }

    boolean holds(long offset) {
        return offset >= next && offset < to.orElse(Long.MAX_VALUE);
    }

    boolean bounded() {
        return to.isPresent();
    }

    boolean finished() {
        return to.isPresent() && next >= to.getAsLong();
    }

    /// Whether a consumer at that position has seen all that was wanted, and the last of it was no message.
    boolean endsBy(long position) {
        return to.isPresent() && position >= to.getAsLong() && next < to.getAsLong();
    }

    Position checkpoint() {
        return Position.of(number(), next);
    }

    CursorPlan.Range range() {
        return new CursorPlan.Range(number(), Position.of(number(), from),
                to.isPresent() ? Optional.of(Position.of(number(), to.getAsLong())) : Optional.empty(),
                to.isPresent() ? Count.atMost(Math.max(0, to.getAsLong() - from)) : Count.UNKNOWN);
    }
}
