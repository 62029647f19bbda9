package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.KeySearch;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.Verification.Level;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.archive.crypt.SlotLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who searches for a key finds all of its messages, and reads few others.
class KeyFilterTest {

    private static final int MESSAGES = 20_000;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_122L);
    private final List<Message> messages = new ArrayList<>();
    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("a.msgdb");
        byte[] value = new byte[200];
        for (int i = 0; i < MESSAGES; i++) {
            random.nextBytes(value);
            Message.Builder message = Message.at(0, 0, i).timestamp(i, TimestampType.CREATE).value(value.clone());
            messages.add((i % 10 == 9 ? message : message.key(Bytes.utf8(key(i)).toArray())).build());
        }
        TestArchives.write(file, messages, 1);
    }

    /// Most keys once, one of them again and again, one of them empty.
    private static String key(int i) {
        return i % 7_000 == 3 ? "again" : i == 17_000 ? "" : "customer-" + i;
    }

    private static List<Long> found(Archive archive, String key) throws Exception {
        KeySearch search = archive.session().extension(KeySearch.class).orElseThrow();
        List<Long> positions = new ArrayList<>();
        try (Cursor cursor = search.open(OpenRequest.everything(TestArchives.ORDERS), Bytes.utf8(key))) {
            Batch batch;
            do {
                batch = cursor.next(Duration.ofSeconds(1));
                batch.messages().forEach(m -> positions.add(m.positionLo()));
                assertEquals(List.of(), batch.events());
            } while (!batch.end());
            assertEquals(MESSAGES, cursor.checkpoint().getFirst().lo());
        }
        return positions;
    }

    @Test
    void findsEveryMessageOfAKey() throws Exception {
        try (Archive archive = Archive.open(file)) {
            assertEquals(List.of(3L, 7_003L, 14_003L), found(archive, "again"));
            assertEquals(List.of(17_000L), found(archive, ""));
            assertEquals(List.of(), found(archive, "nobody"));
            for (int i = 0; i < MESSAGES; i += 997) {
                if (i % 10 != 9) {
                    assertTrue(found(archive, key(i)).contains((long) i), key(i));
                }
            }
        }
    }

    @Test
    void findsThemInAnEncryptedArchiveToo() throws Exception {
        Identity identity = Identity.generate();
        Path encrypted = folder.resolve("b.msgdb");
        EncryptedArchives.write(encrypted, messages, 1, new SlotLock.ForRecipient(identity.recipient()));
        try (Archive archive = Archive.open(encrypted, ArchiveKeys.of(identity))) {
            assertEquals(List.of(3L, 7_003L, 14_003L), found(archive, "again"));
        }
    }

    @Test
    void passesOverNearlyEveryBlockThatDoesNotHoldTheKey() throws Exception {
        change("UPDATE frame SET data = zeroblob(length(data)) WHERE kind IN ('meta', 'values')"
                + " AND block_id NOT IN (SELECT block_id FROM block WHERE first_lo <= 4000 AND next_lo > 4000)");
        int readable = 0;
        try (Archive archive = Archive.open(file)) {
            assertEquals(List.of(4_000L), found(archive, "customer-4000"));
            for (int i = 0; i < 100; i++) {
                try {
                    readable += found(archive, "nobody-" + i).isEmpty() ? 1 : 0;
                } catch (dev.brokerscope.api.fault.FaultException blockWasLookedInto) {
                    assertEquals("archive.block", blockWasLookedInto.fault().code());
                }
            }
        }
        assertTrue(readable >= 40, readable + " of 100 searches looked into no block of some twenty");
    }

    @Test
    void takesLittleRoom() throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement();
                var row = statement.executeQuery("SELECT sum(length(data)) FROM frame WHERE kind = 'key_filter'")) {
            assertTrue(row.next() && row.getLong(1) > 0 && row.getLong(1) < Files.size(file) / 66, row.getLong(1)
                    + " bytes of filters");
        }
    }

    @Test
    void aFilterThatHidesAKeyIsFound() throws Exception {
        change("UPDATE frame SET data = zeroblob(length(data)) WHERE kind = 'key_filter' AND block_id = 1");
        change("UPDATE frame SET crc32c = (SELECT crc32c FROM frame WHERE kind = 'key_filter' AND block_id = 2),"
                + " data = (SELECT data FROM frame WHERE kind = 'key_filter' AND block_id = 2),"
                + " raw_bytes = (SELECT raw_bytes FROM frame WHERE kind = 'key_filter' AND block_id = 2)"
                + " WHERE kind = 'key_filter' AND block_id = 1");
        Verification deep = Archive.verify(file, Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of("block.key-filter"), deep.problems().stream().map(Verification.Problem::code).toList());
    }

    private void change(String sql) throws Exception {
        new ForgedArchive(file).change(sql);
    }
}
