package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The blocks of a partition with their times, in the order of positions. Immutable.
final class BlockTimes {

    /// @param holes why there are hardly any messages between its holes; absent where there are
    private record Block(Position first, Position next, boolean timed, long timeMin, long timeMax,
            Optional<GapReason> holes) {}

    private final List<Block> blocks;

    private BlockTimes(List<Block> blocks) {
        this.blocks = blocks;
    }

    static BlockTimes load(Database db, Catalog.Part part) throws FaultException {
        int number = part.number();
        List<Block> blocks = new ArrayList<>();
        db.each("SELECT first_hi, first_lo, next_hi, next_lo, time_min, time_max, holes > 9 * count, hole_reason FROM block"
                + " WHERE partition_id = ? ORDER BY first_hi, first_lo",
                row -> blocks.add(new Block(new Position(number, row.whole(1), row.whole(2)),
                        new Position(number, row.whole(3), row.whole(4)), row.wholeIfAny(5).isPresent(), row.whole(5),
                        row.whole(6), row.whole(7) == 0 ? Optional.empty() : row.textIfAny(8).map(Words::reason))),
                part.id());
        return new BlockTimes(blocks);
    }

    int size() {
        return blocks.size();
    }

    Position first(int block) {
        return blocks.get(block).first();
    }

    Position next(int block) {
        return blocks.get(block).next();
    }

    boolean timed(int block) {
        return blocks.get(block).timed();
    }

    long timeMin(int block) {
        return blocks.get(block).timeMin();
    }

    long timeMax(int block) {
        return blocks.get(block).timeMax();
    }

    Optional<GapReason> mostlyHoles(int block) {
        return blocks.get(block).holes();
    }

    /// When it was that a position was written: between two blocks the end of the one or the beginning of the other;
    /// inside of a block nearer to its end the further the position is.
    ///
    /// @param forward whether the block behind counts, else the one before; absent where there is none
    Optional<Long> timeAt(Position position, boolean forward) {
        int at = behind(position);
        if (at > 0 && blocks.get(at - 1).next().compareTo(position) > 0 && blocks.get(at - 1).timed()) {
            return Optional.of(inside(blocks.get(at - 1), position));
        }
        for (int i = forward ? at : at - 1; i >= 0 && i < blocks.size(); i += forward ? 1 : -1) {
            if (blocks.get(i).timed()) {
                return Optional.of(forward ? blocks.get(i).timeMin() : blocks.get(i).timeMax());
            }
        }
        return Optional.empty();
    }

    private static long inside(Block block, Position position) {
        double width = (double) block.next().lo() - block.first().lo();
        double share = block.first().hi() != block.next().hi() || width <= 0
                ? 0.5 : (position.lo() - block.first().lo()) / width;
        return block.timeMin() + Math.round(share * ((double) block.timeMax() - block.timeMin()));
    }

    /// The first block that begins at the position or behind it.
    private int behind(Position position) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (blocks.get(mid).first().compareTo(position) < 0) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }
}
