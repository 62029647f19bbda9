package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.block.ByteSink;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.MergedManifest;
import java.security.MessageDigest;
import java.util.List;

/// Puts the manifests of a set's volumes together as one.
record SetManifest(VolumeSet set) {

    private static final String STATES = "('failed', 'interrupted', 'complete_with_gaps', 'complete')";

    /// To be closed by the caller.
    Database open() throws FaultException {
        MergedManifest merged = MergedManifest.create(set.path());
        try {
            for (int place = 0; place < set.volumes().size(); place++) {
                VolumeOpener volume = set.volumes().get(place).opener();
                merged.add(volume.file(), volume.sealed(), place);
            }
            Database db = merged.db();
            head(db);
            shards(db);
            if (db.number("SELECT count(*) FROM feature WHERE name = 'encryption'") == 0) {
                contentHashes(db);
            }
            db.execute("PRAGMA query_only = ON");
            return db;
        } catch (FaultException e) {
            merged.db().close();
            throw e;
        }
    }

    /// The set was begun with its first volume and is as sealed as its last one.
    private void head(Database db) throws FaultException {
        VolumeHead first = set.volumes().getFirst();
        VolumeHead last = set.volumes().getLast();
        boolean sealed = set.sealed() && last.root().isPresent();
        String writer = writer(last.opener());
        db.update("INSERT INTO archive VALUES (1, ?, ?, ?, ?, ?, ?, ?)", RunRows.uuid(first.set()),
                RunRows.uuid(first.id()), first.number(), first.previous().map(p -> p.toArray()), first.createdAt(),
                writer, sealed ? "sealed" : "open");
        if (sealed) {
            db.update("INSERT INTO seal VALUES (1, ?, ?)", last.sealedAt(), last.root().orElseThrow().toArray());
        }
    }

    private static String writer(VolumeOpener volume) throws FaultException {
        try (Database db = volume.connect()) {
            return db.first("SELECT writer FROM archive", row -> row.text(1)).orElse("");
        }
    }

    /// A run of several workers has ended when everything that it was to read is there; how, says the worst end.
    private static void shards(Database db) throws FaultException {
        for (long run : db.list("SELECT DISTINCT run_id FROM run_part WHERE worker IS NOT NULL", row -> row.whole(1))) {
            boolean open = db.number("SELECT count(*) FROM range WHERE run_id = ? AND done = 0", run) > 0;
            String end = db.first("SELECT state FROM run_part WHERE run_id = ? AND state IN " + STATES
                    + " ORDER BY CASE state WHEN 'failed' THEN 0 WHEN 'interrupted' THEN 1"
                    + " WHEN 'complete_with_gaps' THEN 2 ELSE 3 END",
                    row -> row.text(1), run).orElse("running");
            boolean lost = db.number("SELECT count(*) FROM gap WHERE run_id = ?"
                    + " AND reason IN ('truncated', 'unreadable')", run) > 0;
            if (lost && end.equals("complete")) {
                end = "complete_with_gaps";
            }
            boolean broken = end.equals("failed") || end.equals("interrupted");
            db.update("UPDATE run SET worker = NULL, state = ? WHERE run_id = ?", open && !broken ? "running" : end,
                    run);
        }
    }

    /// What several volumes hold of a partition has a hash over all of its blocks.
    private static void contentHashes(Database db) throws FaultException {
        record Range(long run, long partition) {}
        List<Range> split = db.list("SELECT run_id, partition_id FROM range_part GROUP BY run_id, partition_id"
                + " HAVING count(*) > 1 AND count(*) = count(content_hash)",
                row -> new Range(row.whole(1), row.whole(2)));
        for (Range range : split) {
            MessageDigest digest = Sha.start();
            db.each("SELECT count, content_hash FROM block WHERE partition_id = ? AND run_id = ?"
                    + " ORDER BY first_hi, first_lo",
                    row -> digest.update(new ByteSink(40).i64(row.whole(1)).bytes(row.blob(2)).toArray()),
                    range.partition(), range.run());
            db.update("UPDATE range SET content_hash = ? WHERE run_id = ? AND partition_id = ?", digest.digest(),
                    range.run(), range.partition());
        }
    }
}
