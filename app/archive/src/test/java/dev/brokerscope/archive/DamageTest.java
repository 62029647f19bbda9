package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Verification.Level;
import dev.brokerscope.archive.Verification.State;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.ManifestDump;
import dev.brokerscope.archive.sqlite.Trailer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing can be changed in a sealed file without being found.
class DamageTest {

    private static final int BITS = 300;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("a.msgdb");
        TestArchives.write(file, TestArchives.messages(1_500, 2), 2);
    }

    @Test
    void findsEachChangedBit() throws Exception {
        byte[] sound = Files.readAllBytes(file);
        long seed = Long.getLong("brokerscope.seed", 20_261_122L);
        Random random = new Random(seed);
        List<Long> missed = new ArrayList<>();
        for (int i = 0; i < BITS; i++) {
            long bit = random.nextLong(sound.length * 8L);
            byte[] changed = sound.clone();
            changed[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
            Files.write(file, changed);
            if (state(Level.FULL) != State.DAMAGED) {
                missed.add(bit);
            }
        }
        assertEquals(List.of(), missed, "bits that were changed unseen, seed " + seed);
    }

    @Test
    void findsEachChangedBitOfTheTrailer() throws Exception {
        byte[] sound = Files.readAllBytes(file);
        List<Integer> missed = new ArrayList<>();
        for (int at = sound.length - 16_384; at < sound.length; at += at < sound.length - 16_300 ? 1 : 731) {
            byte[] changed = sound.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            if (state(Level.FULL) != State.DAMAGED) {
                missed.add(at);
            }
        }
        assertEquals(List.of(), missed);
    }

    /// Root and trailer are made again: only what stands in the blocks gives it away.
    @ParameterizedTest
    @ValueSource(strings = {
        "DELETE FROM block WHERE block_id = 2",
        "UPDATE block SET first_lo = first_lo + 1, next_lo = next_lo + 1 WHERE block_id = 3",
        "UPDATE block SET time_max = time_max + 1 WHERE block_id = 1",
        "UPDATE block SET tombstones = tombstones + 1 WHERE block_id = 1",
        "UPDATE block SET integrity_hash = randomblob(32) WHERE block_id = 2",
        "UPDATE block SET content_hash = randomblob(32) WHERE block_id = 2",
        "UPDATE frame SET data = (SELECT data FROM frame WHERE block_id = 2 AND kind = 'meta'), crc32c ="
                + " (SELECT crc32c FROM frame WHERE block_id = 2 AND kind = 'meta'), raw_bytes ="
                + " (SELECT raw_bytes FROM frame WHERE block_id = 2 AND kind = 'meta')"
                + " WHERE block_id = 1 AND kind = 'meta'",
        "UPDATE frame SET block_id = 999 - block_id WHERE block_id IN (1, 2);"
                + " UPDATE frame SET block_id = block_id - 996 WHERE block_id = 997;"
                + " UPDATE frame SET block_id = 2 WHERE block_id = 998",
        "DELETE FROM frame WHERE block_id = 1 AND kind = 'values'",
        "UPDATE range SET next_lo = next_lo - 1",
        "DELETE FROM range",
        "DELETE FROM frame WHERE block_id IN (SELECT block_id FROM block WHERE partition_id = 1);"
                + " DELETE FROM block WHERE partition_id = 1;"
                + " UPDATE range SET content_hash = NULL, next_lo = begin_lo WHERE partition_id = 1",
        "INSERT INTO gap (run_id, partition_id, from_hi, from_lo, next_hi, next_lo, reason, measured)"
                + " VALUES (1, 1, 0, 5, 0, 9, 'compacted', 1)",
        "UPDATE channel SET name = 'other'"})
    void findsChangedBlocksThoughRootAndTrailerWereMadeAgain(String change) throws Exception {
        forge(change, true);
        assertEquals(State.DAMAGED, state(Level.DEEP), change);
    }

    /// The trailer is made again, the root is not.
    @ParameterizedTest
    @ValueSource(strings = {"UPDATE run SET state = 'complete_with_gaps'", "UPDATE consumer_group SET name = 'other'",
        "UPDATE channel_setting SET value = 'delete'", "DELETE FROM group_position",
        "INSERT INTO gap (run_id, partition_id, from_hi, from_lo, next_hi, next_lo, reason, measured)"
                + " VALUES (1, 1, 0, 5, 0, 9, 'retention', 1)"})
    void findsAChangedManifestByItsRoot(String change) throws Exception {
        forge(change, false);
        assertEquals(State.DAMAGED, state(Level.QUICK), change);
    }

    @Test
    void namesTheBlockThatIsDamaged() throws Exception {
        forge("UPDATE frame SET data = zeroblob(length(data)) WHERE block_id = 2 AND kind = 'values'", true);
        try (Archive archive = Archive.open(file)) {
            FaultException damaged = assertThrows(FaultException.class, () -> TestArchives.read(archive));
            assertTrue(damaged.getMessage().contains("orders partition"), damaged.getMessage());
        }
    }

    /// The checksum is right, and what it is of does not inflate.
    @Test
    void namesTheBlockThatDoesNotInflate() throws Exception {
        forge("UPDATE frame SET data = x'00', crc32c = 1383945041 WHERE codec = 'zstd'", true);
        try (Archive archive = Archive.open(file)) {
            FaultException damaged = assertThrows(FaultException.class, () -> TestArchives.read(archive));
            assertEquals("archive.block", damaged.fault().code());
        }
    }

    private void forge(String sql, boolean rootToo) throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            for (String part : sql.split("; ?")) {
                statement.executeUpdate(part);
            }
        }
        if (rootToo) {
            byte[] root;
            try (Database db = Databases.openReadOnly(file, true)) {
                root = ManifestDump.root(db, Sha.start());
            }
            try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                    PreparedStatement seal = db.prepareStatement("UPDATE seal SET root = ?")) {
                seal.setBytes(1, root);
                seal.executeUpdate();
            }
        }
        Trailer.write(file, Sha.start());
    }

    private State state(Level level) throws Exception {
        return Archive.verify(file, level, Verification.Listener.NONE).state();
    }
}
