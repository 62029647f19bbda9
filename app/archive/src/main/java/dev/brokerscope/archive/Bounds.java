package dev.brokerscope.archive;

import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.block.BlockMeta;
import java.util.List;
import java.util.Optional;

/// Turns what was asked for into positions of one partition.
final class Bounds {

    private final Catalog.Part part;
    private final BlockIndex index;
    private final BlockReader reader;

    Bounds(Catalog.Part part, BlockIndex index, BlockReader reader) {
        this.part = part;
        this.index = index;
        this.reader = reader;
    }

    Position end(End end) throws FaultException {
        return switch (end) {
            case End.Snapshot(),End.Follow() -> part.end();
            case End.Quiet _ -> part.end();
            case End.BeforePositions(List<Position> ends) -> mine(ends).filter(e -> e.compareTo(part.end()) < 0)
                    .orElse(part.end());
            case End.BeforeTime(long time) -> firstAt(time);
        };
    }

    /// Absent where the request leaves the partition out.
    Optional<Position> start(Start start, Position end) throws FaultException {
        return switch (start) {
            case Start.Earliest() -> Optional.of(part.begin());
            case Start.Latest() -> Optional.of(end);
            case Start.LastN(long n) -> Optional.of(last(n, end));
            case Start.AtTime(long time) -> Optional.of(firstAt(time));
            case Start.AtPositions(List<Position> first) -> at(first);
        };
    }

    private Optional<Position> at(List<Position> first) throws FaultException {
        Optional<Position> wanted = mine(first);
        if (wanted.isPresent() && wanted.get().compareTo(part.end()) > 0) {
            throw new FaultException(FaultKind.POSITION_GONE, "archive.position", "Partition " + part.number()
                    + " ends at position " + part.end().lo() + " in the archive, before " + wanted.get().lo() + ".",
                    "Ask for an earlier position.");
        }
        return wanted.map(p -> p.compareTo(part.begin()) < 0 ? part.begin() : p);
    }

    private Optional<Position> mine(List<Position> positions) {
        return positions.stream().filter(p -> p.partition() == part.number()).findFirst();
    }

    /// The first message at or after a time, by position; the end where there is none.
    private Position firstAt(long time) throws FaultException {
        for (int block = 0; block < index.size(); block++) {
            if (index.reaches(block, time)) {
                BlockMeta meta = reader.meta(index, block);
                for (int i = 0; i < meta.count(); i++) {
                    if (meta.type(i) != TimestampType.NONE && meta.time(i) >= time) {
                        return new Position(part.number(), meta.hi(i), meta.lo(i));
                    }
                }
            }
        }
        return part.end();
    }

    /// Where the newest messages before the end begin: exact, since blocks count messages.
    private Position last(long wanted, Position end) throws FaultException {
        long missing = wanted;
        for (int block = Math.min(index.at(end), index.size() - 1); block >= 0 && missing > 0; block--) {
            boolean whole = index.next(block).compareTo(end) <= 0;
            if (whole && index.count(block) < missing) {
                missing -= index.count(block);
                continue;
            }
            BlockMeta meta = reader.meta(index, block);
            int before = whole ? meta.count() : meta.indexOf(end.hi(), end.lo());
            if (before >= missing) {
                int first = (int) (before - missing);
                return new Position(part.number(), meta.hi(first), meta.lo(first));
            }
            missing -= before;
        }
        return missing <= 0 ? end : part.begin();
    }
}
