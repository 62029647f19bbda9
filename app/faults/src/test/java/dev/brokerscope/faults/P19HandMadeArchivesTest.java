package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.faults.child.ReaderChild;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.mutation.Forger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// P19, by hand: files that a person would make to do harm.
class P19HandMadeArchivesTest {

    private static final String FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";
    private static final String REPLACE_BLOCK = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'view',"
            + " rootpage = 0, sql = 'CREATE VIEW block AS " + FOREVER
            + " SELECT i AS block_id FROM n' WHERE name = 'block'";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = Sample.write(folder).copy();
    }

    /// Tables, views and triggers that are not those of an archive: refused before anything of them runs.
    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TRIGGER evil AFTER UPDATE ON archive BEGIN DELETE FROM block; END",
        "CREATE TRIGGER evil AFTER INSERT ON seal BEGIN SELECT load_extension('/tmp/evil.so'); END",
        "CREATE VIEW evil AS SELECT load_extension('/tmp/evil.so')",
        "CREATE TABLE evil (a)",
        "CREATE INDEX evil ON frame (length(data))",
        "CREATE VIRTUAL TABLE evil USING fts5(a)",
        "CREATE TABLE evil (a, b GENERATED ALWAYS AS (abs(a)) STORED)",
        "DROP VIEW coverage; CREATE VIEW coverage AS " + FOREVER + " SELECT count(*) AS source FROM n",
        "DROP INDEX block_time",
        "DROP TABLE attachment; CREATE TABLE attachment (name TEXT PRIMARY KEY, media_type TEXT, data BLOB)",
        REPLACE_BLOCK})
    void foreignSchemasAreRefused(String sql) throws Exception {
        change(sql);
        assertTimeoutPreemptively(Duration.ofSeconds(25),
                () -> assertEquals(Verification.State.DAMAGED, Held.verify(file, Verification.Level.QUICK).state(),
                        sql));
        assertEquals("", look(file), sql);
    }

    /// The text of the schema is right, what stands behind it is not.
    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'about')"
                + " WHERE name = 'block'",
        "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'frame'",
        "UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'run'",
        "UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'archive'",
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'frame')"
                + " WHERE name = 'channel'"})
    void tablesThatStandElsewhere(String sql) throws Exception {
        change("PRAGMA writable_schema = ON; " + sql);
        assertEquals("", look(file), sql);
        assertEquals(Verification.State.DAMAGED, Held.verify(file, Verification.Level.DEEP).state(), sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE block SET count = 'many'", "UPDATE block SET first_lo = x'00ff' WHERE block_id = 1",
        "UPDATE range SET next_lo = 1.5e300",
        "UPDATE channel SET profile = 7", "UPDATE frame SET data = 'text'", "UPDATE frame SET raw_bytes = 'x'",
        "UPDATE run SET run_uuid = 'short'", "UPDATE partition SET number = 'zero' WHERE partition_id = 1",
        "UPDATE seal SET root = 1",
        "UPDATE archive SET set_uuid = NULL", "UPDATE channel SET name = NULL", "UPDATE block SET content_hash = NULL"})
    void wrongTypesInStrictTables(String sql) throws Exception {
        change("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'),"
                + " ' NOT NULL', '         ') WHERE type = 'table'");
        change("PRAGMA ignore_check_constraints = ON; " + sql);
        change("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = (SELECT sql FROM original.sqlite_schema o"
                + " WHERE o.name = sqlite_schema.name) WHERE type = 'table'");
        assertEquals("", look(file), sql);
        assertEquals(Verification.State.DAMAGED, Held.verify(file, Verification.Level.DEEP).state(), sql);
    }

    /// A few kilobytes that claim to be gigabytes.
    @Test
    void decompressionBombs() throws Exception {
        byte[] bomb = Zstd.compress(new byte[4 << 20], 19);
        CRC32C crc = new CRC32C();
        crc.update(bomb);
        try (Connection db = Forger.open(file); PreparedStatement insert = db.prepareStatement(
                "INSERT OR REPLACE INTO frame SELECT block_id, 'values', ?, 'zstd', 4194304, NULL, ?, ? FROM block")) {
            for (int piece = 0; piece < 400; piece++) {
                insert.setInt(1, piece);
                insert.setLong(2, crc.getValue());
                insert.setBytes(3, bomb);
                insert.executeUpdate();
            }
        }
        Forger.rootAndTrailer(file);
        assertTrue(Files.size(file) < 20 << 20);
        assertEquals("", look(file));
    }

    @Test
    void aBlobThatDoesNotFitIntoMemory() throws Exception {
        change("INSERT INTO attachment VALUES ('large', 'x', zeroblob(300000000))");
        assertEquals("", look(file));
    }

    @Test
    void names() throws Exception {
        change("UPDATE channel SET name = char(27) || '[2J' || char(8238) || '..%2F..%2Fetc%2Fpasswd'");
        assertEquals("", look(file));
        assertFalse(Files.exists(Path.of("etc")));
    }

    @Test
    void whatIsNoDatabaseAtAll() throws Exception {
        for (String content : List.of("", "SQLite format 3\0", "x".repeat(100_000),
                "SQLite format 3\0" + "\0".repeat(16_384),
                "SQLite format 3\0" + "\uffff".repeat(16_384))) {
            Files.writeString(file, content);
            assertEquals("", look(file), content.substring(0, Math.min(20, content.length())));
            assertEquals(Verification.State.DAMAGED, Held.verify(file, Verification.Level.FULL).state());
        }
    }

    private void change(String sql) throws Exception {
        try (Connection db = Forger.open(file); Statement statement = db.createStatement()) {
            statement.execute("ATTACH '" + folder.resolve("sound.msgdb") + "' AS original");
            for (String part : sql.split("; (?!END)")) {
                statement.execute(part);
            }
        }
        Forger.trailer(file);
    }

    /// What a reader in little memory finds that it should not: nothing.
    private static String look(Path file) throws Exception {
        try (Child reader = Child.start(List.of(), List.of("-Xmx160m"), ReaderChild.class, List.of())) {
            reader.awaitReady();
            reader.tell(file.toString());
            reader.awaitNext("looked ");
            return String.join("\n", reader.lines().stream().filter(l -> l.startsWith("DEFECT")).toList());
        }
    }
}
