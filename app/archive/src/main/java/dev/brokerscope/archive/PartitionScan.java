package dev.brokerscope.archive;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.BlockMeta;
import dev.brokerscope.archive.block.BlockOutline;
import dev.brokerscope.archive.block.DecodedBlock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `[from, to)` of one partition, messages and gaps in the order of their positions. One thread.
final class PartitionScan {

    private final BlockIndex index;
    private final BlockReader reader;
    private final List<GapRows.GapRow> gaps;
    private final Position to;
    private final Optional<Bytes> wanted;
    private final Optional<byte[]> key;
    private Position next;
    private int block;
    private int nextGap;
    private @Nullable DecodedBlock open;
    private int message;
    private boolean done;

    /// @param key only messages with this key are handed out, and no gaps; absent for all of them
    PartitionScan(BlockIndex index, BlockReader reader, List<GapRows.GapRow> gaps, Position from, Position to,
            Optional<Bytes> key) {
        this.key = key.map(Bytes::toArray);
        this.wanted = key;
        this.index = index;
        this.reader = reader;
        this.gaps = key.isPresent() ? List.of() : gaps;
        this.to = to;
        this.next = from;
        this.block = index.at(from);
        this.done = from.compareTo(to) >= 0;
    }

    /// The first position that was not handed out yet.
    Position next() {
        return next;
    }

    boolean done() {
        return done;
    }

    /// Whether an inflated block is held.
    boolean insideBlock() {
        return open != null;
    }

    /// Goes on until the batch is full or the block ends.
    void fill(BatchBuilder batch) throws FaultException {
        DecodedBlock current = open;
        if (current == null) {
            if (block >= index.size() || index.first(block).compareTo(to) >= 0) {
                gapsBefore(to, batch);
                next = to;
                done = true;
                return;
            }
            if (wanted.isPresent() && !reader.mayHold(index, block, wanted.get())) {
                next = earlier(index.next(block), to);
                block++;
                return;
            }
            current = reader.block(index, block);
            open = current;
            message = current.meta().indexOf(next.hi(), next.lo());
        }
        if (messages(current, batch)) {
            open = null;
            block++;
        }
    }

    /// Tells of the next block's messages without reading them.
    void outline(OutlineCursor.Listener listener) throws FaultException {
        if (block >= index.size() || index.first(block).compareTo(to) >= 0) {
            next = to;
            done = true;
            return;
        }
        boolean last = index.next(block).compareTo(to) > 0;
        BlockOutline outline = reader.outline(index, block++);
        BlockMeta meta = outline.meta();
        int end = last ? meta.indexOf(to.hi(), to.lo()) : meta.count();
        done = last;
        for (int i = meta.indexOf(next.hi(), next.lo()); i < end; i++) {
            listener.message(outline.keySize(i), outline.valueSize(i), meta.time(i), meta.type(i), outline.headers(i));
        }
    }

    /// @return whether the block is read to its end
    private boolean messages(DecodedBlock current, BatchBuilder batch) {
        for (; message < current.meta().count(); message++) {
            Position at = new Position(to.partition(), current.meta().hi(message), current.meta().lo(message));
            if (at.compareTo(to) >= 0) {
                break;
            }
            if (key.isPresent() && !current.hasKey(message, key.get())) {
                next = at.next();
                continue;
            }
            long size = current.size(message);
            if (batch.tooMuch(size)) {
                return false;
            }
            if (key.isEmpty() && !at.equals(next)) {
                gapsBefore(at, batch);
                hole(at, batch);
            }
            batch.message(current.message(message), size);
            next = at.next();
        }
        if (key.isEmpty() && next.compareTo(index.next(block)) < 0 && index.next(block).compareTo(to) > 0) {
            gapsBefore(to, batch);
            hole(to, batch);
        }
        return true;
    }

    /// Gaps that are told one by one, up to a position.
    private void gapsBefore(Position limit, BatchBuilder batch) {
        while (nextGap < gaps.size() && gaps.get(nextGap).gap().from().compareTo(limit) < 0) {
            CursorEvent.Gap gap = gaps.get(nextGap).gap();
            Position from = later(gap.from(), next);
            Position end = earlier(gap.next(), limit);
            if (from.compareTo(end) < 0) {
                hole(from, batch);
                batch.event(new CursorEvent.Gap(from, end, gap.reason(), gap.measured()));
                next = end;
            }
            if (gap.next().compareTo(limit) > 0) {
                return;
            }
            nextGap++;
        }
    }

    /// What no gap explains is a hole of the block.
    private void hole(Position limit, BatchBuilder batch) {
        if (next.compareTo(limit) < 0 && block < index.size() && index.hasHoles(block)
                && index.first(block).compareTo(next) <= 0) {
            batch.event(new CursorEvent.Gap(next, limit, index.holeReason(block), index.holeMeasured(block)));
        }
        next = later(next, limit);
    }

    private static Position later(Position a, Position b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Position earlier(Position a, Position b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
