package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/// Messages of one lane that were handed over together, in their order, from then until they are settled: columns, not
/// an object for each. Guarded by the ledger that holds it.
final class Portion {

    private static final byte OPEN = 0;
    private static final byte WRITTEN = 1;
    private static final byte REFUSED = 2;
    /// Answered, but what became of it is not known or does not count: nothing behind it is settled.
    private static final byte UNSETTLED = 3;

    private static final int UNTOLD = -1;

    private final long firstToken;
    private final int[] partition;
    private final long[] hi;
    private final long[] lo;
    private final byte[] fate;
    private final int[] targetPartition;
    private final long[] targetHi;
    private final long[] targetLo;
    /// Old positions of groups that mean a message: of a few only.
    private final Map<Integer, List<Position>> wanted = new HashMap<>();
    private int open;
    private int settled;

    Portion(long firstToken, List<Message> messages) {
        int count = messages.size();
        this.firstToken = firstToken;
        this.partition = new int[count];
        this.hi = new long[count];
        this.lo = new long[count];
        this.fate = new byte[count];
        this.targetPartition = new int[count];
        this.targetHi = new long[count];
        this.targetLo = new long[count];
        this.open = count;
        for (int i = 0; i < count; i++) {
            Message message = messages.get(i);
            partition[i] = message.partition();
            hi[i] = message.positionHi();
            lo[i] = message.positionLo();
        }
    }

    long firstToken() {
        return firstToken;
    }

    boolean holds(long token) {
        return token >= firstToken && token - firstToken < fate.length;
    }

    int count() {
        return fate.length;
    }

    Position source(int index) {
        return new Position(partition[index], hi[index], lo[index]);
    }

    /// @return whether that is news
    boolean written(int index) {
        targetPartition[index] = UNTOLD;
        return answer(index, WRITTEN);
    }

    boolean written(int index, int atPartition, long atHi, long atLo) {
        if (!answer(index, WRITTEN)) {
            return false;
        }
        targetPartition[index] = atPartition;
        targetHi[index] = atHi;
        targetLo[index] = atLo;
        return true;
    }

    void refuse(int index) {
        fate[index] = REFUSED;
    }

    /// Answered for the first time; it is not settled by that.
    boolean unsettled(int index) {
        return answer(index, UNSETTLED);
    }

    private boolean answer(int index, byte given) {
        if (fate[index] != OPEN) {
            return false;
        }
        fate[index] = given;
        open--;
        return true;
    }

    boolean answered() {
        return open == 0;
    }

    void want(int index, List<Position> positions) {
        wanted.computeIfAbsent(index, _ -> new ArrayList<>()).addAll(positions);
    }

    List<Position> takeWanted(int index) {
        List<Position> taken = wanted.remove(index);
        return taken == null ? List.of() : taken;
    }

    /// The first message of a partition, from an index on, that was not refused.
    OptionalInt heir(int from, int ofPartition) {
        for (int i = from; i < fate.length; i++) {
            if (partition[i] == ofPartition && fate[i] != REFUSED) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// What was refused and is not settled.
    List<Position> refusedAhead() {
        List<Position> refused = new ArrayList<>();
        for (int i = settled; i < fate.length; i++) {
            if (fate[i] == REFUSED) {
                refused.add(source(i));
            }
        }
        return refused;
    }

    /// Hands out what is still wanted, with the partition it is wanted of.
    void giveBack(BiConsumer<Integer, List<Position>> to) {
        wanted.forEach((index, positions) -> to.accept(partition[index], positions));
        wanted.clear();
    }

    /// Settles what has no hole before it.
    ///
    /// @return whether all of it is settled
    boolean settle(Settled into) {
        int from = settled;
        int source = UNTOLD;
        int target = UNTOLD;
        long written = 0;
        for (; settled < fate.length && (fate[settled] == WRITTEN || fate[settled] == REFUSED); settled++) {
            if (source >= 0 && partition[source] != partition[settled]) {
                into.next(source(source).next());
            }
            source = settled;
            if (fate[settled] == REFUSED) {
                into.refused(source(settled));
            } else {
                written++;
                target = settledAt(target, into);
            }
        }
        if (settled > from) {
            into.next(source(source).next());
            into.written(written);
        }
        if (target >= 0) {
            into.last(target(target));
        }
        return settled == fate.length;
    }

    /// @param before the last one that was settled before and whose place was told
    private int settledAt(int before, Settled into) {
        if (targetPartition[settled] == UNTOLD) {
            wanted.remove(settled);
            return before;
        }
        if (before >= 0 && targetPartition[before] != targetPartition[settled]) {
            into.last(target(before));
        }
        if (!wanted.isEmpty()) {
            Position at = target(settled);
            takeWanted(settled).forEach(w -> into.translated(new Translation(w, at)));
        }
        return settled;
    }

    private Position target(int index) {
        return new Position(targetPartition[index], targetHi[index], targetLo[index]);
    }
}
