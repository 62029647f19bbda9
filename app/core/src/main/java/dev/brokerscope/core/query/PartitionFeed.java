package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.message.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// One partition's share of a merged reading: a few entries in memory, and how far it has been fetched. Forwards, `low`
/// moves up to `high`; backwards, `high` moves down to `low`.
final class PartitionFeed {

    private final boolean backwards;
    private final int partition;
    private Position low;
    private Position high;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long sortTime;

    PartitionFeed(CursorPlan.Range range, Position end, boolean backwards) {
        this.partition = range.partition();
        this.low = range.from();
        this.high = end;
        this.backwards = backwards;
        this.sortTime = backwards ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    int partition() {
        return partition;
    }

    Position low() {
        return low;
    }

    Position high() {
        return high;
    }

    /// Nothing in memory, but more on the broker.
    boolean hungry() {
        return entries.isEmpty() && low.compareTo(high) < 0;
    }

    boolean hasEntry() {
        return !entries.isEmpty();
    }

    /// Takes what was fetched of `[from, to)`, in the order of positions.
    void fetched(List<Entry> inOrder, Position from, Position to) {
        if (backwards) {
            high = from;
            inOrder.forEach(entries::addFirst);
        } else {
            low = to;
            entries.addAll(inOrder);
        }
    }

    Entry take() {
        Entry entry = entries.removeFirst();
        sortTime = timeOf(entry);
        return entry;
    }

    /// The time by which the head is merged: a gap has none and stays beside its neighbour.
    long headTime() {
        return timeOf(entries.getFirst());
    }

    private long timeOf(Entry entry) {
        return switch (entry) {
            case Entry.Message(var message) -> message.timestamp();
            case Entry.Gap gap -> sortTime;
        };
    }
}
