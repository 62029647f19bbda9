package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Verification.Level;
import dev.brokerscope.archive.Verification.State;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.SlotLock;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever has no key cannot change an encrypted archive unseen, though everything that needs none is made again.
class ForgeryTest {

    private static final String LAST = "(SELECT max(block_id) FROM block WHERE partition_id = 1)";

    @TempDir
    Path folder;

    private final Identity identity = Identity.generate();
    private final List<Message> messages = TestArchives.messages(1_500, 2);
    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("a.msgdb");
        write(file);
    }

    private void write(Path target) throws Exception {
        EncryptedArchives.write(target, messages, 2, new SlotLock.ForRecipient(identity.recipient()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // swapped
        "UPDATE frame SET block_id = 999 - block_id WHERE block_id IN (1, 2);"
                + " UPDATE frame SET block_id = block_id - 996 WHERE block_id = 997;"
                + " UPDATE frame SET block_id = 2 WHERE block_id = 998",
        // repeated
        "DELETE FROM frame WHERE block_id = 2;"
                + " INSERT INTO frame SELECT 2, kind, piece, codec, raw_bytes, nonce, crc32c, data FROM frame"
                + " WHERE block_id = 1",
        // one column of another block
        "DELETE FROM frame WHERE block_id = 2 AND kind = 'values';"
                + " INSERT INTO frame SELECT 2, kind, piece, codec, raw_bytes, nonce, crc32c, data FROM frame"
                + " WHERE block_id = 1 AND kind = 'values'",
        // moved to another partition
        "UPDATE block SET partition_id = 10 + partition_id; UPDATE block SET partition_id = 13 - partition_id;"
                + " UPDATE range SET partition_id = 10 + partition_id; UPDATE range SET partition_id = 13 - partition_id",
        // cut off at the end, and the range with it
        "UPDATE range SET end_lo = (SELECT first_lo FROM block WHERE block_id = " + LAST + "), next_lo ="
                + " (SELECT first_lo FROM block WHERE block_id = " + LAST + "), stable_lo ="
                + " (SELECT first_lo FROM block WHERE block_id = " + LAST + ") WHERE partition_id = 1;"
                + " DELETE FROM frame WHERE block_id = " + LAST + "; DELETE FROM block WHERE block_id = " + LAST,
        // the manifest alone
        "UPDATE run SET plan = '{}'", "DELETE FROM signature", "UPDATE group_position SET lo = lo + 1",
        "UPDATE frame SET nonce = NULL WHERE block_id = 1",
        "UPDATE frame SET codec = 'plain' WHERE block_id = 1 AND kind = 'values'",
        "UPDATE frame SET raw_bytes = raw_bytes + 1 WHERE block_id = 1 AND kind = 'values'",
        "UPDATE channel SET name = 'other'", "UPDATE archive SET set_uuid = zeroblob(16)"})
    void findsWhatWasChangedThoughRootAndTrailerWereMadeAgain(String change) throws Exception {
        new ForgedArchive(file).change(change);
        Verification found = Archive.verify(file, ArchiveKeys.of(identity), Level.DEEP, Verification.Listener.NONE);
        assertEquals(State.DAMAGED, found.state(), change);
        assertTrue(found.problems().stream().noneMatch(p -> p.code().startsWith("file")), change);
    }

    @Test
    void findsBlocksOfAnotherVolumeForTheSameRecipient() throws Exception {
        Path other = folder.resolve("b.msgdb");
        write(other);
        new ForgedArchive(file).change("ATTACH '" + other + "' AS other; DELETE FROM main.frame WHERE block_id = 1;"
                + " INSERT INTO main.frame SELECT * FROM other.frame WHERE block_id = 1");
        assertEquals(State.SOUND, Archive.verify(file, Level.FULL, Verification.Listener.NONE).state());
        Verification found = Archive.verify(file, ArchiveKeys.of(identity), Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of("archive.block"),
                found.problems().stream().map(Verification.Problem::code).distinct().toList());
        try (Archive archive = Archive.open(file, ArchiveKeys.of(identity))) {
            FaultException damaged = assertThrows(FaultException.class, () -> TestArchives.read(archive));
            assertTrue(damaged.fault().message().contains("cannot be decrypted"), damaged.fault().message());
        }
    }

    @Test
    void aSlotOfAnotherArchiveOpensNothing() throws Exception {
        Path other = folder.resolve("b.msgdb");
        WriterOptions pinned = TestArchives.options();
        WriterOptions options = new WriterOptions(2, pinned.compression(), pinned.clock(), UUID::randomUUID)
                .protectedBy(Protection.of(new SlotLock.ForRecipient(identity.recipient())));
        try (ArchiveWriter writer = ArchiveWriter.create(other, TestArchives.run(messages, 2), options)) {
            TestArchives.complete(writer);
        }
        new ForgedArchive(file).change("ATTACH '" + other + "' AS other; DELETE FROM main.key_slot;"
                + " INSERT INTO main.key_slot SELECT * FROM other.key_slot");
        assertThrows(FaultException.class, () -> Archive.open(file, ArchiveKeys.of(identity)).close());
    }
}
