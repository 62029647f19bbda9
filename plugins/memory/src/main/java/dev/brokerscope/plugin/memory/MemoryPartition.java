package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// One line of slots: what stands at offset `first + index`. Guarded by the broker's lock.
final class MemoryPartition {

    sealed interface Slot {
        record Stored(Message message, boolean committed) implements Slot {}

        record Hole(GapReason reason) implements Slot {}
    }

    private static final Slot ABORTED = new Slot.Hole(GapReason.ABORTED);

    private final List<Slot> slots = new ArrayList<>();
    private long first;

    long first() {
        return first;
    }

    long end() {
        return first + slots.size();
    }

    /// The slot as a reader with this isolation sees it; `first <= offset < end`.
    Slot slot(long offset, Isolation isolation) {
        Slot slot = slots.get((int) (offset - first));
        return slot instanceof Slot.Stored(Message _, boolean committed) && !committed
                && isolation == Isolation.COMMITTED ? ABORTED : slot;
    }

    long append(LongFunction<Message> at, boolean committed) {
        long offset = end();
        slots.add(new Slot.Stored(at.apply(offset), committed));
        return offset;
    }

    void appendHole(long size, GapReason reason) {
        for (long i = 0; i < size; i++) {
            slots.add(new Slot.Hole(reason));
        }
    }

    void erase(long offset, GapReason reason) {
        slots.set((int) (offset - first), new Slot.Hole(reason));
    }

    /// Forgets everything before the offset, as retention does.
    void trim(long newFirst) {
        long gone = Math.min(newFirst, end()) - first;
        if (gone > 0) {
            slots.subList(0, (int) gone).clear();
            first += gone;
        }
    }

    /// Offset of the first message at or after the time, or the end.
    long seek(long epochMillis) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) instanceof Slot.Stored(Message message, boolean _) && message.timestamp() >= epochMillis) {
                return first + i;
            }
        }
        return end();
    }

    /// Messages that a reader of committed ones sees in `[from, to)`.
    long count(long from, long to) {
        long count = 0;
        for (long offset = Math.max(from, first); offset < Math.min(to, end()); offset++) {
            if (slot(offset, Isolation.COMMITTED) instanceof Slot.Stored) {
                count++;
            }
        }
        return count;
    }
}
