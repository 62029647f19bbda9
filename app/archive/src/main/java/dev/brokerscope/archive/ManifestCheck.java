package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.ByteSink;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.sqlite.Database;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The arithmetic of the manifest: every position in a range is a message, a hole of a block or a gap. One thread.
final class ManifestCheck {

    private final Database db;
    private final CheckReport report;
    private final boolean hashed;

    ManifestCheck(Database db, CheckReport report) {
        this(db, report, true);
    }

    /// @param hashed whether each run that has ended has a hash over its blocks: what several encrypted volumes hold has
    /// none, since each has a key of its own
    ManifestCheck(Database db, CheckReport report, boolean hashed) {
        this.db = db;
        this.report = report;
        this.hashed = hashed;
    }

    /// Positions that are accounted for.
    private record Span(Position from, Position next) {}

    private record BlockRow(Position first, Position next, long count, long holes, boolean reason, byte[] hash) {}

    void run(Catalog catalog) throws FaultException, InterruptedException {
        for (Catalog.Entry entry : catalog.all()) {
            for (Catalog.Part part : entry.partitions()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                partition(entry, part);
            }
        }
        long homeless = db.number("SELECT count(*) FROM block b WHERE NOT EXISTS"
                + " (SELECT 1 FROM range r WHERE r.run_id = b.run_id AND r.partition_id = b.partition_id)");
        if (homeless > 0) {
            report.problem("block.range", homeless + " blocks belong to no range of a run.");
        }
    }

    /// Only for a single volume.
    void frames() throws FaultException {
        long bare = db.number("SELECT count(*) FROM block b WHERE NOT EXISTS"
                + " (SELECT 1 FROM frame f WHERE f.block_id = b.block_id AND f.kind = 'meta')");
        if (bare > 0) {
            report.problem("block.frames", bare + " blocks have lost their contents.");
        }
    }

    private void partition(Catalog.Entry entry, Catalog.Part part) throws FaultException {
        Position before = new Position(part.number(), 0, 0);
        List<GapRows.GapRow> gaps = GapRows.load(db, part);
        for (ManifestRows.RangeRow range : part.ranges()) {
            if (range.begin().compareTo(before) < 0) {
                report.problem("range.overlap", entry.id(), range.begin(), "two runs cover the same positions.");
            }
            before = range.next();
            range(entry, part, range, gaps);
        }
    }

    private void range(Catalog.Entry entry, Catalog.Part part, ManifestRows.RangeRow range,
            List<GapRows.GapRow> allGaps) throws FaultException {
        List<BlockRow> blocks = blocks(part, range);
        List<Span> spans = new ArrayList<>();
        for (BlockRow block : blocks) {
            checkBlock(entry, range, block);
            spans.add(new Span(block.first(), block.next()));
        }
        int behind = 0;
        for (GapRows.GapRow gap : allGaps) {
            while (behind < blocks.size() && blocks.get(behind).next().compareTo(gap.gap().from()) <= 0) {
                behind++;
            }
            boolean inside = behind < blocks.size()
                    && blocks.get(behind).first().compareTo(gap.gap().from()) <= 0
                    && gap.gap().next().compareTo(blocks.get(behind).next()) <= 0;
            if (gap.runId() == range.runId() && !inside) {
                spans.add(new Span(gap.gap().from(), gap.gap().next()));
            }
        }
        spans.sort(Comparator.comparing(Span::from));
        cover(entry, range, spans);
        checkEnd(entry, range);
        checkHash(entry, range, blocks);
    }

    private List<BlockRow> blocks(Catalog.Part part, ManifestRows.RangeRow range) throws FaultException {
        int number = part.number();
        return db.list(
                "SELECT first_hi, first_lo, next_hi, next_lo, count, holes, hole_reason IS NOT NULL, content_hash"
                        + " FROM block WHERE partition_id = ? AND run_id = ? ORDER BY first_hi, first_lo",
                row -> new BlockRow(new Position(number, row.whole(1), row.whole(2)),
                        new Position(number, row.whole(3), row.whole(4)), row.whole(5), row.whole(6),
                        row.whole(7) != 0, row.blob(8)),
                part.id(), range.runId());
    }

    private void checkBlock(Catalog.Entry entry, ManifestRows.RangeRow range, BlockRow block) {
        if (block.first().compareTo(range.begin()) < 0 || block.next().compareTo(range.next()) > 0
                || block.first().compareTo(block.next()) >= 0 || block.count() <= 0) {
            report.problem("block.range", entry.id(), block.first(), "a block lies outside of what its run covers.");
        }
        boolean sums = block.next().hi() == block.first().hi()
                && block.next().lo() - block.first().lo() == block.count() + block.holes()
                && (block.holes() == 0 || block.reason());
        if (entry.original().dense() ? !sums : block.holes() != 0) {
            report.problem("block.count", entry.id(), block.first(), "a block's messages and holes do not add up.");
        }
    }

    /// Neither an overlap nor, where positions are dense, an unexplained position.
    private void cover(Catalog.Entry entry, ManifestRows.RangeRow range, List<Span> spans) {
        Position covered = range.begin();
        for (Span span : spans) {
            if (span.from().compareTo(covered) < 0) {
                report.problem("range.overlap", entry.id(), span.from(), "positions are covered twice.");
            } else if (entry.original().dense() && span.from().compareTo(covered) > 0) {
                report.problem("range.missing", entry.id(), covered, "positions up to " + span.from().lo()
                        + " are neither messages nor explained.");
            }
            covered = span.next();
        }
        if (entry.original().dense() && covered.compareTo(range.next()) < 0) {
            report.problem("range.missing", entry.id(), covered, "positions up to " + range.next().lo()
                    + " are neither messages nor explained.");
        }
    }

    /// A run that says it is complete has read to its end, and a run that has ended says what it has read.
    private void checkEnd(Catalog.Entry entry, ManifestRows.RangeRow range) throws FaultException {
        String state = db.first("SELECT state FROM run WHERE run_id = ?", row -> row.text(1), range.runId()).orElse("");
        if (state.equals(Words.of(RunState.COMPLETE)) && range.end().isPresent()
                && range.next().compareTo(range.end().get()) < 0) {
            report.problem("range.end", entry.id(), range.next(),
                    "the run is said to be complete, but what follows is missing.");
        }
        if (hashed && !state.equals(Words.of(RunState.RUNNING)) && range.contentHash().isEmpty()) {
            report.problem("range.hash", entry.id(), range.begin(), "the hash over its blocks is missing.");
        }
    }

    private void checkHash(Catalog.Entry entry, ManifestRows.RangeRow range, List<BlockRow> blocks) {
        if (range.contentHash().isPresent()) {
            MessageDigest digest = Sha.start();
            blocks.forEach(b -> digest.update(new ByteSink(40).i64(b.count()).bytes(b.hash()).toArray()));
            if (!Bytes.wrap(digest.digest()).equals(range.contentHash().get())) {
                report.problem("range.hash", entry.id(), range.begin(), "the hash over its blocks does not match.");
            }
        }
    }
}
