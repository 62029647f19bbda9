package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Database;
import java.util.Optional;

/// Where the blocks of one partition are: numbers in arrays, so that large archives stay small in memory. Immutable.
final class BlockIndex {

    private static final GapReason[] REASONS = GapReason.values();

    private final int partition;
    private final long[] id;
    private final long[] firstHi;
    private final long[] firstLo;
    private final long[] nextHi;
    private final long[] nextLo;
    private final long[] count;
    private final long[] timeMax;
    private final boolean[] timed;
    private final byte[] hole;
    private int size;

    private BlockIndex(int partition, int room) {
        this.partition = partition;
        id = new long[room];
        firstHi = new long[room];
        firstLo = new long[room];
        nextHi = new long[room];
        nextLo = new long[room];
        count = new long[room];
        timeMax = new long[room];
        timed = new boolean[room];
        hole = new byte[room];
    }

    static BlockIndex load(Database db, Catalog.Part part) throws FaultException {
        int room = (int) db.number("SELECT count(*) FROM block WHERE partition_id = ?", part.id());
        BlockIndex index = new BlockIndex(part.number(), room);
        db.each("SELECT block_id, first_hi, first_lo, next_hi, next_lo, count, time_max, hole_reason, hole_measured"
                + " FROM block WHERE partition_id = ? ORDER BY first_hi, first_lo", row -> {
                    int i = index.size;
                    if (i < room) {
                        index.size++;
                        index.id[i] = row.whole(1);
                        index.firstHi[i] = row.whole(2);
                        index.firstLo[i] = row.whole(3);
                        index.nextHi[i] = row.whole(4);
                        index.nextLo[i] = row.whole(5);
                        index.count[i] = row.whole(6);
                        index.timed[i] = row.wholeIfAny(7).isPresent();
                        index.timeMax[i] = row.whole(7);
                        index.first(i);
                        index.next(i);
                        index.hole[i] = code(row.textIfAny(8), row.whole(9) != 0);
                    }
                }, part.id());
        return index;
    }

    private static byte code(Optional<String> reason, boolean measured) {
        return (byte) (reason.isEmpty() ? -1 : Words.reason(reason.get()).ordinal() * 2 + (measured ? 1 : 0));
    }

    int size() {
        return size;
    }

    long id(int block) {
        return id[block];
    }

    Position first(int block) {
        return new Position(partition, firstHi[block], firstLo[block]);
    }

    Position next(int block) {
        return new Position(partition, nextHi[block], nextLo[block]);
    }

    BlockReader.Place place(int block) {
        return new BlockReader.Place(first(block), next(block), count[block]);
    }

    long count(int block) {
        return count[block];
    }

    /// Whether a message of the block has this time or a later one.
    boolean reaches(int block, long epochMillis) {
        return timed[block] && timeMax[block] >= epochMillis;
    }

    boolean hasHoles(int block) {
        return hole[block] >= 0;
    }

    GapReason holeReason(int block) {
        return REASONS[hole[block] / 2];
    }

    boolean holeMeasured(int block) {
        return hole[block] % 2 == 1;
    }

    /// The first block that holds this position or later ones; `size` where there is none.
    int at(Position position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int mid = (low + high) >>> 1;
            boolean before = nextHi[mid] < position.hi()
                    || nextHi[mid] == position.hi() && nextLo[mid] <= position.lo();
            if (before) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }
}
