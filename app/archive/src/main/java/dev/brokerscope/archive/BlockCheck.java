package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.BlockSums;
import dev.brokerscope.archive.block.CanonicalForm;
import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.DecodedBlock;
import dev.brokerscope.archive.block.FrameCodec;
import dev.brokerscope.archive.crypt.StoredHashes;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Row;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// Checks what blocks hold: checksums, and when asked for every message. One thread.
final class BlockCheck {

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

    /// A block's row with its hashes.
    private record Stated(long id, Integrity.Fields fields, byte[] content, byte[] integrity) {}

    void run(Catalog catalog) throws FaultException, InterruptedException {
        report.expect(db.number("SELECT coalesce(sum(raw_bytes), 0) FROM block"));
        for (Catalog.Entry entry : catalog.all()) {
            for (Catalog.Part part : entry.partitions()) {
                for (ManifestRows.RangeRow range : part.ranges()) {
                    range(entry, part, range);
                }
            }
        }
    }

    private void range(Catalog.Entry entry, Catalog.Part part, ManifestRows.RangeRow range)
            throws FaultException, InterruptedException {
        byte[] uuid = db.first("SELECT run_uuid FROM run WHERE run_id = ?", row -> row.blob(1), range.runId())
                .orElse(new byte[0]);
        byte[] chain = Integrity.start(uuid, entry.row(), range.begin());
        BlockIndex index = BlockIndex.load(db, part);
        BlockReader reader = new BlockReader(FrameSource.of(db, secrets), entry.id(), entry.attributes());
        BlockSums sums = new BlockSums(new CanonicalForm(entry.attributes()));
        for (Stated block : stated(part, range)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Position first = new Position(part.number(), block.fields().firstHi(), block.fields().firstLo());
            if (deep) {
                try {
                    check(entry, first, block, reader.block(index, index.at(first)), sums, chain);
                } catch (FaultException e) {
                    report.problem(e.fault().code(), entry.id(), first, e.fault().message());
                }
            } else {
                checksums(entry, first, block);
            }
            chain = block.integrity();
            report.block(block.fields().count());
            report.progressed(block.fields().rawBytes());
        }
    }

    private List<Stated> stated(Catalog.Part part, ManifestRows.RangeRow range) throws FaultException {
        return db.list(
                "SELECT block_id, first_hi, first_lo, next_hi, next_lo, count, tombstones, time_min, time_max, holes,"
                        + " hole_reason, hole_measured, raw_bytes, content_hash, integrity_hash FROM block"
                        + " WHERE partition_id = ? AND run_id = ? ORDER BY first_hi, first_lo",
                BlockCheck::stated, part.id(),
                range.runId());
    }

    private static Stated stated(Row r) throws SQLException {
        Integrity.Fields fields = new Integrity.Fields(r.whole(2), r.whole(3), r.whole(4), r.whole(5), r.whole(6),
                r.whole(7), r.wholeIfAny(8), r.wholeIfAny(9), r.whole(10), r.textIfAny(11), r.whole(12) != 0,
                r.whole(13));
        return new Stated(r.whole(1), fields, r.blob(14), r.blob(15));
    }

    private void checksums(Catalog.Entry entry, Position first, Stated block) throws FaultException {
        List<BlockReader.Stored> frames = db.list("SELECT kind, piece, codec, raw_bytes, nonce, crc32c, data FROM frame"
                + " WHERE block_id = ?", BlockReader::stored, block.id());
        for (BlockReader.Stored stored : frames) {
            try {
                FrameCodec.check(stored.frame());
            } catch (DamagedBlockException e) {
                report.problem("block.crc", entry.id(), first, "a block is damaged: " + e.getMessage() + ".");
            }
        }
    }

    private void check(Catalog.Entry entry, Position first, Stated block, DecodedBlock decoded, BlockSums sums,
            byte[] chain) throws FaultException {
        BlockSums.Sums found = sums.of(decoded);
        StoredHashes hashes = secrets.hashes();
        Integrity.Fields row = block.fields();
        Position behind = new Position(first.partition(), found.lastHi(), found.lastLo()).next();
        boolean fits = found.tombstones() == row.tombstones() && found.rawBytes() == row.rawBytes()
                && time(found, found.timeMin()).equals(row.timeMin())
                && time(found, found.timeMax()).equals(row.timeMax())
                && behind.hi() == row.nextHi() && behind.lo() == row.nextLo();
        if (!fits) {
            report.problem("block.row", entry.id(), first, "a block states other sums than its messages give.");
        }
        if (!Arrays.equals(hashes.content(found.contentHash()), block.content())) {
            report.problem("block.content", entry.id(), first, "the contents of a block do not match their hash.");
        }
        byte[] link = hashes.integrity(Integrity.next(chain, block.content(), row, found.placesHash()));
        if (!Arrays.equals(link, block.integrity())) {
            report.problem("block.chain", entry.id(), first,
                    "a block was changed, moved, removed or inserted: the chain of hashes breaks here.");
        }
    }

    private static OptionalLong time(BlockSums.Sums found, long value) {
        return found.timed() ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
