package dev.brokerscope.faults.mutation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;

/// Removes, swaps, repeats, inserts and alters what an archive's tables hold, as somebody would who knows them.
public final class Surgery {

    private static final List<String> NUMBERS = List.of("first_lo", "next_lo", "count", "tombstones", "time_min",
            "time_max", "holes", "raw_bytes");

    /// Each changes one thing. `:a` and `:b` are two blocks, `:n` a small number, `:c` a column of numbers, `:k` a kind
    /// of frame.
    private static final List<String> OPERATIONS = List.of(
            // removed
            "DELETE FROM block WHERE block_id = :a; DELETE FROM frame WHERE block_id = :a",
            "DELETE FROM frame WHERE block_id = :a",
            "DELETE FROM frame WHERE block_id = :a AND kind = ':k'",
            "DELETE FROM gap WHERE gap_id = (SELECT gap_id FROM gap ORDER BY random() LIMIT 1)",
            "DELETE FROM block WHERE block_id >= :a; DELETE FROM frame WHERE block_id >= :a",
            "DELETE FROM range WHERE partition_id = (SELECT partition_id FROM block WHERE block_id = :a)",
            // swapped
            "UPDATE frame SET block_id = CASE block_id WHEN :a THEN -1 ELSE -2 END WHERE block_id IN (:a, :b);"
                    + "UPDATE frame SET block_id = CASE block_id WHEN -1 THEN :b ELSE :a END WHERE block_id < 0",
            "UPDATE frame SET block_id = CASE block_id WHEN :a THEN -1 ELSE -2 END"
                    + " WHERE block_id IN (:a, :b) AND kind = ':k';"
                    + "UPDATE frame SET block_id = CASE block_id WHEN -1 THEN :b ELSE :a END WHERE block_id < 0",
            "UPDATE block SET content_hash = (SELECT content_hash FROM block WHERE block_id = :b) WHERE block_id = :a",
            "UPDATE block SET integrity_hash = (SELECT integrity_hash FROM block WHERE block_id = :b)"
                    + " WHERE block_id = :a",
            "UPDATE block SET partition_id = (SELECT max(partition_id) FROM block) + (SELECT min(partition_id)"
                    + " FROM block) - partition_id",
            // repeated and inserted
            "INSERT INTO block SELECT max(block_id) + 1, run_id, partition_id, first_hi, next_lo + 1000000 + :n, next_hi,"
                    + " next_lo + 1000000 + :n + (next_lo - first_lo), count, tombstones, time_min, time_max, holes,"
                    + " hole_reason, hole_measured, raw_bytes, content_hash, integrity_hash FROM block;"
                    + "INSERT INTO frame SELECT (SELECT max(block_id) FROM block), kind, piece, codec, raw_bytes, nonce,"
                    + " crc32c, data FROM frame WHERE block_id = (SELECT max(block_id) - 1 FROM block)",
            "UPDATE frame SET (codec, raw_bytes, nonce, crc32c, data) = (SELECT codec, raw_bytes, nonce, crc32c, data"
                    + " FROM frame f WHERE f.block_id = :b AND f.kind = ':k' AND f.piece = 0)"
                    + " WHERE block_id = :a AND kind = ':k' AND piece = 0 AND EXISTS (SELECT 1 FROM frame f"
                    + " WHERE f.block_id = :b AND f.kind = ':k')",
            "INSERT INTO gap (run_id, partition_id, from_hi, from_lo, next_hi, next_lo, reason, measured)"
                    + " SELECT run_id, partition_id, first_hi, first_lo, next_hi, first_lo + 1, 'retention', 1 FROM block"
                    + " WHERE block_id = :a",
            // altered
            "UPDATE block SET :c = :c + :n WHERE block_id = :a",
            "UPDATE block SET first_lo = first_lo + :n, next_lo = next_lo + :n WHERE block_id = :a",
            "UPDATE block SET content_hash = randomblob(32) WHERE block_id = :a",
            "UPDATE block SET integrity_hash = randomblob(32) WHERE block_id = :a",
            "UPDATE block SET hole_reason = 'retention' WHERE block_id = :a",
            "UPDATE block SET hole_measured = 1 - hole_measured WHERE block_id = :a",
            "UPDATE range SET next_lo = next_lo - :n",
            "UPDATE range SET next_lo = next_lo + :n",
            "UPDATE range SET begin_lo = begin_lo + :n",
            "UPDATE range SET content_hash = randomblob(32)",
            "UPDATE run SET run_uuid = randomblob(16)",
            "UPDATE channel SET name = name || 'x'",
            "UPDATE channel SET incarnation = incarnation || 'x'",
            "UPDATE partition SET number = number + 7",
            // the end cut off, and everything that tells of it made fit
            "DELETE FROM frame WHERE block_id IN (SELECT b.block_id FROM block b WHERE b.first_lo ="
                    + " (SELECT max(first_lo) FROM block x WHERE x.partition_id = b.partition_id));"
                    + "DELETE FROM block WHERE first_lo = (SELECT max(first_lo) FROM block x"
                    + " WHERE x.partition_id = block.partition_id);"
                    + "UPDATE range SET next_lo = (SELECT max(next_lo) FROM block b"
                    + " WHERE b.partition_id = range.partition_id), content_hash = NULL;"
                    + "DELETE FROM gap WHERE from_lo >= (SELECT next_lo FROM range r"
                    + " WHERE r.partition_id = gap.partition_id)");

    private Surgery() {}

    /// Does one of them by chance, and says which.
    public static String any(Connection db, SplittableRandom random) throws SQLException {
        while (true) {
            String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
            long blocks = number(db, "SELECT count(*) FROM block");
            long a = 1 + random.nextLong(blocks);
            long b = 1 + random.nextLong(blocks);
            String sql = operation.replace(":a", Long.toString(a)).replace(":b", Long.toString(b))
                    .replace(":n", Integer.toString(1 + random.nextInt(3)))
                    .replace(":c", NUMBERS.get(random.nextInt(NUMBERS.size())))
                    .replace(":k", List.of("meta", "keys", "values", "headers").get(random.nextInt(4)));
            String before = fingerprint(db);
            if (done(db, sql) && !fingerprint(db).equals(before)) {
                return sql;
            }
        }
    }

    /// All of it or nothing: the tables refuse some values.
    private static boolean done(Connection db, String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute("BEGIN");
            try {
                for (String part : sql.split(";")) {
                    statement.executeUpdate(part);
                }
                statement.execute("COMMIT");
                return true;
            } catch (SQLException refused) {
                statement.execute("ROLLBACK");
                return false;
            }
        }
    }

    private static long number(Connection db, String sql) throws SQLException {
        try (Statement statement = db.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        }
    }

    /// Of everything that the operations can reach.
    private static String fingerprint(Connection db) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("block", "range", "gap", "run", "channel", "partition")) {
            append(db, "SELECT * FROM " + table + " ORDER BY 1, 2, 3", all);
        }
        append(db, "SELECT block_id, kind, piece, codec, raw_bytes, crc32c FROM frame ORDER BY 1, 2, 3", all);
        return all.toString();
    }

    private static void append(Connection db, String query, StringBuilder all) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(query); ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    byte[] value = rows.getBytes(i);
                    all.append(value == null ? "-" : java.util.HexFormat.of().formatHex(value)).append('|');
                }
                all.append('\n');
            }
        }
    }
}
