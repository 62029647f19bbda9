package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.EncodedBlock;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.sqlite.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes blocks, gaps and checkpoints; always in one transaction of the caller.
final class BlockRows {

    private final Database db;

    BlockRows(Database db) {
        this.db = db;
    }

    void block(PartitionWriter.Closed closed, EncodedBlock block) throws FaultException {
        PartitionWriter partition = closed.partition();
        StoredPartition stored = partition.stored();
        gaps(partition, closed.before());
        Optional<PendingGap> hole = partition.dense() ? commonest(closed.inside()) : Optional.empty();
        gaps(partition, closed.inside().stream().filter(g -> hole.isEmpty() || !g.detail().isEmpty()
                || !g.harmless(partition.range())
                || g.reason() != hole.get().reason() || g.measured() != hole.get().measured()).toList());
        closed.inside().stream().filter(g -> !g.harmless(partition.range())).forEach(_ -> stored.harmed());
        long holes = partition.dense() ? block.nextLo() - block.firstLo() - block.count() : 0;
        Integrity.Fields row = new Integrity.Fields(block.firstHi(), block.firstLo(), block.nextHi(), block.nextLo(),
                block.count(), block.tombstones(), block.timeMin(), block.timeMax(), holes,
                hole.map(g -> Words.of(g.reason())), hole.map(PendingGap::measured).orElse(false), block.rawBytes());
        byte[] integrity = stored.seal()
                .integrity(Integrity.next(stored.chain(), block.contentHash(), row, block.placesHash()));
        long id = db.insert("INSERT INTO block (run_id, partition_id, first_hi, first_lo, next_hi, next_lo, count,"
                + " tombstones, time_min, time_max, holes, hole_reason, hole_measured, raw_bytes, content_hash,"
                + " integrity_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", stored.runId(),
                stored.partitionId(), row.firstHi(), row.firstLo(), row.nextHi(), row.nextLo(), row.count(),
                row.tombstones(), row.timeMin(), row.timeMax(), holes, row.holeReason(),
                hole.map(PendingGap::measured), row.rawBytes(), block.contentHash(), integrity);
        for (Frame frame : block.frames()) {
            db.update("INSERT INTO frame (block_id, kind, piece, codec, raw_bytes, nonce, crc32c, data)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", id, frame.kind().text(), frame.piece(), frame.codec().text(),
                    frame.rawBytes(), nonce(frame), frame.crc32c(), frame.data());
        }
        stored.block(block.count(), block.contentHash(), integrity,
                new Position(partition.range().partition(), block.nextHi(), block.nextLo()));
        checkpoint(partition);
    }

    private static Optional<byte[]> nonce(Frame frame) {
        return Optional.of(frame.nonce()).filter(n -> n.length > 0);
    }

    /// The holes of a block share one reason; only what differs from it takes a row of its own, so the commonest is it.
    private static Optional<PendingGap> commonest(List<PendingGap> inside) {
        Map<List<Object>, Integer> times = new HashMap<>();
        inside.forEach(g -> times.merge(List.of(g.reason(), g.measured()), 1, Integer::sum));
        int most = times.values().stream().mapToInt(n -> n).max().orElse(0);
        return inside.stream().filter(g -> times.getOrDefault(List.of(g.reason(), g.measured()), 0) == most)
                .findFirst();
    }

    /// What stands behind the last message, and how far the partition was read.
    void tail(PartitionWriter partition, List<PendingGap> gaps, Position reached) throws FaultException {
        gaps(partition, gaps);
        if (reached.compareTo(partition.stored().next()) > 0) {
            partition.stored().moved(reached);
        }
        checkpoint(partition);
    }

    private void checkpoint(PartitionWriter partition) throws FaultException {
        Position next = partition.stored().next();
        boolean done = partition.range().end().filter(e -> next.compareTo(e) >= 0).isPresent();
        db.update("UPDATE range SET next_hi = ?, next_lo = ?, done = ? WHERE run_id = ? AND partition_id = ?",
                next.hi(),
                next.lo(), done, partition.stored().runId(), partition.stored().partitionId());
    }

    private void gaps(PartitionWriter partition, List<PendingGap> gaps) throws FaultException {
        for (PendingGap gap : gaps) {
            if (!gap.harmless(partition.range())) {
                partition.stored().harmed();
            }
            db.update(
                    "INSERT INTO gap (run_id, partition_id, from_hi, from_lo, next_hi, next_lo, reason, measured, detail)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    partition.stored().runId(),
                    partition.stored().partitionId(), gap.from().hi(), gap.from().lo(), gap.next().hi(),
                    gap.next().lo(), Words.of(gap.reason()), gap.measured(),
                    Optional.of(gap.detail()).filter(d -> !d.isEmpty()));
        }
    }
}
