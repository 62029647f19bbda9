package dev.brokerscope.archive;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.BlockWork.Stated;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Row;
import java.sql.SQLException;
import java.util.List;

/// Checks what blocks hold: checksums, and when asked for every message. Reads in one thread and checks in many; the
/// problems come in the order of the blocks all the same.
final class BlockCheck {

    private static final int PAGE = 500;

    private final Database db;
    private final VolumeSecrets secrets;
    private final boolean deep;
    private final CheckReport report;

    BlockCheck(Database db, VolumeSecrets secrets, boolean deep, CheckReport report) {
        this.db = db;
        this.secrets = secrets;
        this.deep = deep;
        this.report = report;
    }

    void run(Catalog catalog) throws FaultException, InterruptedException {
        report.expect(db.number("SELECT coalesce(sum(raw_bytes), 0) FROM block"));
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (CheckPool<BlockWork.Findings> pool = new CheckPool<>(threads, this::found)) {
            for (Catalog.Entry entry : catalog.all()) {
                for (Catalog.Part part : entry.partitions()) {
                    for (ManifestRows.RangeRow range : part.ranges()) {
                        range(entry, part, range, pool);
                    }
                }
            }
            pool.drain();
        }
    }

    /// The chain goes by what each block states, so that none has to wait for the one before.
    private void range(Catalog.Entry entry, Catalog.Part part, ManifestRows.RangeRow range,
            CheckPool<BlockWork.Findings> pool) throws FaultException, InterruptedException {
        byte[] uuid = db.first("SELECT run_uuid FROM run WHERE run_id = ?", row -> row.blob(1), range.runId())
                .orElse(new byte[0]);
        byte[] before = Integrity.start(uuid, entry.row(), range.begin());
        List<CursorEvent.Gap> gaps = deep ? gaps(part, range) : List.of();
        int gone = 0;
        Position from = new Position(range.partition(), 0, 0);
        List<Stated> page = page(range, from);
        while (!page.isEmpty()) {
            for (Stated block : page) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                while (gone < gaps.size() && gaps.get(gone).next().compareTo(block.place().first()) <= 0) {
                    gone++;
                }
                StoredBlock stored = fetch(block);
                pool.submit(stored.size(),
                        new BlockWork(entry, db.file(), secrets, block, stored, before,
                                touching(gaps, gone, block.place().next()), deep));
                before = block.integrity();
            }
            Position next = page.getLast().place().first().next();
            if (next.compareTo(from) <= 0) {
                throw new FaultException(FaultKind.CORRUPT, "archive.damaged", db.file()
                        + " has blocks at positions that are none.", "Take another copy if there is one.");
            }
            from = next;
            page = page(range, from);
        }
    }

    private List<CursorEvent.Gap> gaps(Catalog.Part part, ManifestRows.RangeRow range) throws FaultException {
        return GapRows.load(db, part).stream().filter(g -> g.runId() == range.runId()).map(GapRows.GapRow::gap)
                .toList();
    }

    private static List<CursorEvent.Gap> touching(List<CursorEvent.Gap> gaps, int from, Position limit) {
        int to = from;
        while (to < gaps.size() && gaps.get(to).from().compareTo(limit) < 0) {
            to++;
        }
        return gaps.subList(from, to);
    }

    private StoredBlock fetch(Stated block) throws FaultException {
        return deep ? StoredBlock.fetch(db, secrets, BlockReader.ALL_FRAMES, block.id())
                : StoredBlock.fetchLocked(db, block.id());
    }

    private void found(BlockWork.Findings block) {
        block.findings().forEach(f -> report.problem(f.code(), block.entry().id(), block.first(), f.message()));
        report.block(block.count());
        report.progressed(block.rawBytes());
    }

    private List<Stated> page(ManifestRows.RangeRow range, Position from) throws FaultException {
        return db.list("SELECT block_id, first_hi, first_lo, next_hi, next_lo, count, tombstones, time_min, time_max,"
                + " holes, hole_reason, hole_measured, raw_bytes, content_hash, integrity_hash FROM block"
                + " WHERE partition_id = ? AND run_id = ? AND (first_hi, first_lo) >= (?, ?)"
                + " ORDER BY first_hi, first_lo LIMIT " + PAGE,
                row -> stated(row, range.partition()), range.partitionId(), range.runId(), from.hi(), from.lo());
    }

    private static Stated stated(Row r, int partition) throws SQLException {
        Integrity.Fields fields = new Integrity.Fields(r.whole(2), r.whole(3), r.whole(4), r.whole(5), r.whole(6),
                r.whole(7), r.wholeIfAny(8), r.wholeIfAny(9), r.whole(10), r.textIfAny(11), r.whole(12) != 0,
                r.whole(13));
        BlockReader.Place place = new BlockReader.Place(new Position(partition, fields.firstHi(), fields.firstLo()),
                new Position(partition, fields.nextHi(), fields.nextLo()), fields.count());
        return new Stated(r.whole(1), place, fields, r.blob(14), r.blob(15));
    }
}
