package dev.brokerscope.archive.salvage;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.sqlite.Database;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/// Makes up rows that others refer to and that are lost, and removes those that mean nothing alone, so that the volume
/// opens again. One transaction of the caller.
final class MissingRows {

    private static final String PROFILE = "{\"dense\":false}";

    private final Database db;
    private final List<String> remarks;

    MissingRows(Database db, List<String> remarks) {
        this.db = db;
        this.remarks = remarks;
    }

    void makeUp() throws FaultException {
        db.update("INSERT OR IGNORE INTO archive VALUES (1, ?, ?, 1, NULL, 0, 'unknown', 'open')", uuid(), uuid());
        db.update("UPDATE archive SET state = 'open'");
        blocks();
        runs();
        partitions();
        channels();
        ranges();
        leftovers();
    }

    private void blocks() throws FaultException {
        note(db.update("DELETE FROM block WHERE count <= 0 OR (first_hi, first_lo) >= (next_hi, next_lo)"),
                "blocks state positions that cannot be");
        db.update("DELETE FROM frame WHERE block_id NOT IN (SELECT block_id FROM block)");
    }

    private void runs() throws FaultException {
        for (long run : db.list("SELECT DISTINCT run_id FROM (SELECT run_id FROM block UNION SELECT run_id FROM range)"
                + " WHERE run_id NOT IN (SELECT run_id FROM run)", row -> row.whole(1))) {
            db.update(
                    "INSERT INTO run (run_id, run_uuid, source_id, kind, fidelity, state, started_at, isolation, plan,"
                            + " plan_hash) VALUES (?, ?, (SELECT coalesce(min(source_id), 1) FROM source), 'snapshot',"
                            + " 'verbatim', 'interrupted', 0, 'committed', '{}', ?)",
                    run, uuid(), new byte[0]);
            note(1, "run is known only by what it holds");
        }
    }

    private void partitions() throws FaultException {
        for (long partition : db.list("SELECT DISTINCT partition_id FROM (SELECT partition_id FROM block UNION"
                + " SELECT partition_id FROM range) WHERE partition_id NOT IN (SELECT partition_id FROM partition)",
                row -> row.whole(1))) {
            long channel = db.insert("INSERT INTO channel (source_id, kind, name, profile, attributes) VALUES"
                    + " ((SELECT coalesce(min(source_id), 1) FROM source), 'channel', ?, ?, '[]')",
                    "recovered-partition-" + partition, PROFILE);
            db.update("INSERT INTO partition VALUES (?, ?, 0)", partition, channel);
            note(1, "partition has lost its channel and number, and is called recovered-partition-" + partition);
        }
    }

    private void channels() throws FaultException {
        for (long channel : db.list("SELECT DISTINCT channel_id FROM partition"
                + " WHERE channel_id NOT IN (SELECT channel_id FROM channel)", row -> row.whole(1))) {
            db.update("INSERT INTO channel (channel_id, source_id, kind, name, profile, attributes) VALUES"
                    + " (?, (SELECT coalesce(min(source_id), 1) FROM source), 'channel', ?, ?, '[]')", channel,
                    "recovered-channel-" + channel, PROFILE);
            note(1, "channel has lost its name, and is called recovered-channel-" + channel);
        }
        db.update("INSERT OR IGNORE INTO source (source_id, broker, label) SELECT DISTINCT source_id, 'unknown',"
                + " 'recovered' FROM (SELECT source_id FROM channel UNION SELECT source_id FROM run)");
    }

    private void ranges() throws FaultException {
        note(db.update("INSERT INTO range (run_id, partition_id, begin_hi, begin_lo, next_hi, next_lo)"
                + " SELECT run_id, partition_id, first_hi, min(first_lo), next_hi, max(next_lo) FROM block b"
                + " WHERE NOT EXISTS (SELECT 1 FROM range r WHERE r.run_id = b.run_id"
                + " AND r.partition_id = b.partition_id) GROUP BY run_id, partition_id"),
                "ranges are known only by their blocks");
    }

    private void leftovers() throws FaultException {
        db.update("UPDATE event SET channel_id = NULL WHERE channel_id NOT IN (SELECT channel_id FROM channel)");
        db.update("UPDATE event SET partition_id = NULL WHERE partition_id NOT IN"
                + " (SELECT partition_id FROM partition)");
        for (String table : List.of("event", "channel_setting", "consumer_group", "cluster_object", "gap")) {
            db.update("DELETE FROM " + table + " WHERE run_id NOT IN (SELECT run_id FROM run)");
        }
        db.update("DELETE FROM channel_setting WHERE channel_id NOT IN (SELECT channel_id FROM channel)");
        db.update("DELETE FROM gap WHERE partition_id NOT IN (SELECT partition_id FROM partition)");
        db.update("DELETE FROM schema_use WHERE schema_id NOT IN (SELECT schema_id FROM schema)"
                + " OR channel_id NOT IN (SELECT channel_id FROM channel)");
        db.update("DELETE FROM schema_reference WHERE schema_id NOT IN (SELECT schema_id FROM schema)"
                + " OR target_id NOT IN (SELECT schema_id FROM schema)");
        db.update("DELETE FROM schema_subject WHERE schema_id NOT IN (SELECT schema_id FROM schema)");
        db.update("DELETE FROM group_position WHERE partition_id NOT IN (SELECT partition_id FROM partition)"
                + " OR NOT EXISTS (SELECT 1 FROM consumer_group g WHERE g.run_id = group_position.run_id"
                + " AND g.scope = group_position.scope AND g.name = group_position.name)");
    }

    private void note(long count, String what) {
        if (count > 0) {
            remarks.add(count + " " + what + ".");
        }
    }

    private static byte[] uuid() {
        UUID random = UUID.randomUUID();
        return ByteBuffer.allocate(16).putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits()).array();
    }
}
