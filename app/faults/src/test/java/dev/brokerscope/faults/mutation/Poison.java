package dev.brokerscope.faults.mutation;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/// Puts values into an archive that no writer would: of the right type, and absurd.
public final class Poison {

    private static final int LARGEST = 8 << 20;
    private static final List<Long> NUMBERS = List.of(-1L, 0L, 1L, -2L, 255L, 65_536L, Integer.MAX_VALUE + 0L,
            Integer.MAX_VALUE + 1L, 1L << 32, (1L << 32) + 1, Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE);
    private static final List<String> TEXTS = List.of("", "x", "\u001b[2J", "../../etc/passwd", "%", "a/b/c", "{", "{}",
            "[]", "null", "[null]", "{\"impact\":[\"none\"],\"dense\":7}", "[{\"key\":null}]", "zstd", "plain", "meta",
            "complete", "running", "sealed", "open", "[".repeat(5_000), "\"" + "x".repeat(100_000) + "\"",
            "9".repeat(4_000), "\u202egpj.exe", "{\"positions\":\"none\",\"end\":\"none\",\"restore\":{\"key\":[]}}");

    private Poison() {}

    /// One value of one row, or the bytes of one frame.
    public static String any(Connection db, SplittableRandom random) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
        }
        while (true) {
            try {
                return random.nextInt(3) == 0 ? frame(db, random) : value(db, random);
            } catch (SQLException refusedByTheTables) {
                // another one
            }
        }
    }

    private static String value(Connection db, SplittableRandom random) throws SQLException {
        List<String> tables = list(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                + " ORDER BY name");
        String table = tables.get(random.nextInt(tables.size()));
        List<String> columns = list(db, "SELECT name || ' ' || type FROM pragma_table_info('" + table + "')");
        String[] column = columns.get(random.nextInt(columns.size())).split(" ");
        List<String> firsts = list(db, "SELECT name FROM pragma_table_info('" + table + "') WHERE pk = 1");
        long rows = Long.parseLong(list(db, "SELECT count(*) FROM " + table).getFirst());
        if (rows == 0) {
            throw new SQLException("empty");
        }
        String where = random.nextBoolean() ? "1" : firsts.getFirst() + " = (SELECT " + firsts.getFirst() + " FROM "
                + table + " LIMIT 1 OFFSET " + random.nextLong(rows) + ")";
        String sql = "UPDATE " + table + " SET " + column[0] + " = ? WHERE " + where;
        Object value = of(column[1], random);
        try (PreparedStatement update = db.prepareStatement(sql)) {
            update.setObject(1, value);
            update.executeUpdate();
        }
        String text = value instanceof byte[] b ? "blob of " + b.length : String.valueOf(value);
        return sql + " ← " + text.substring(0, Math.min(60, text.length()));
    }

    private static Object of(String type, SplittableRandom random) {
        if (type.equals("INTEGER")) {
            return random.nextInt(4) == 0 ? random.nextLong() : NUMBERS.get(random.nextInt(NUMBERS.size()));
        }
        if (type.equals("BLOB")) {
            byte[] blob = new byte[List.of(0, 1, 8, 16, 31, 32, 33, 1_000, 1 << 20).get(random.nextInt(9))];
            random.nextBytes(blob);
            return blob;
        }
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /// Changes what a frame says inside, with a checksum that fits.
    private static String frame(Connection db, SplittableRandom random) throws SQLException {
        byte[] data;
        long block;
        String kind;
        boolean packed;
        int size;
        try (Statement statement = db.createStatement(); ResultSet row = statement.executeQuery("SELECT block_id, kind,"
                + " codec, raw_bytes, data FROM frame ORDER BY block_id, kind LIMIT 1 OFFSET " + random.nextInt(8))) {
            if (!row.next()) {
                throw new SQLException("no such frame");
            }
            block = row.getLong(1);
            kind = row.getString(2);
            packed = row.getString(3).equals("zstd");
            size = row.getInt(4);
            data = row.getBytes(5);
        }
        byte[] raw = packed && random.nextInt(4) > 0 ? inflated(data, size) : data;
        boolean inflated = raw != data;
        byte[] changed = changed(raw, random);
        CRC32C crc = new CRC32C();
        crc.update(changed);
        try (PreparedStatement update = db.prepareStatement("UPDATE frame SET data = ?, crc32c = ?, codec = ?,"
                + " raw_bytes = ? WHERE block_id = ? AND kind = ? AND piece = 0")) {
            update.setBytes(1, changed);
            update.setLong(2, crc.getValue());
            update.setString(3, packed && !inflated ? "zstd" : "plain");
            update.setInt(4, packed && !inflated ? size : changed.length);
            update.setLong(5, block);
            update.setString(6, kind);
            update.executeUpdate();
        }
        return "frame " + block + " " + kind + (inflated ? " inflated" : "");
    }

    private static byte[] inflated(byte[] data, int size) throws SQLException {
        if (size <= 0 || size > LARGEST) {
            throw new SQLException("not sized");
        }
        try {
            byte[] raw = new byte[size];
            Zstd.decompressByteArray(raw, 0, size, data, 0, data.length);
            return raw;
        } catch (ZstdException changedBefore) {
            throw new SQLException("not compressed", changedBefore);
        }
    }

    private static byte[] changed(byte[] raw, SplittableRandom random) {
        byte[] changed = raw.clone();
        for (int i = 1 + random.nextInt(6); i > 0 && changed.length > 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(64, changed.length) : changed.length);
            changed[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(changed, random.nextInt(1, changed.length + 50)) : changed;
    }

    private static List<String> list(Connection db, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = db.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
