package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kill while the log of an unfinished volume is switched off leaves a journal that has to be rolled back.
class HotJournalTest {

    @TempDir
    Path folder;

    private Path partial;
    private List<Message> messages = List.of();

    @BeforeEach
    void leaveAHotJournal() throws Exception {
        Path written = Files.createDirectory(folder.resolve("written")).resolve("a.msgdb.partial");
        messages = TestArchives.messages(500, 1);
        try (ArchiveWriter writer = ArchiveWriter.create(folder.resolve("written/a.msgdb"),
                TestArchives.run(messages, 1), TestArchives.options())) {
            TestArchives.append(writer, messages);
            writer.commit();
        }
        partial = folder.resolve("a.msgdb.partial");
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + written);
                Statement statement = db.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA cache_spill = 1");
            statement.execute("PRAGMA cache_size = 2");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE frame SET data = zeroblob(length(data)), crc32c = 0");
            Files.copy(written, partial);
            Files.copy(Path.of(written + "-journal"), Path.of(partial + "-journal"));
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void isRolledBackByWhoeverReads() throws Exception {
        assertEquals(List.of(),
                Archive.verify(partial, Verification.Level.FULL, Verification.Listener.NONE).problems());
    }

    @Test
    void doesNotKeepARunFromBeingResumed() throws Exception {
        Path target = folder.resolve("a.msgdb");
        try (ArchiveWriter writer = ArchiveWriter.resume(target, TestArchives.PLAN_HASH, TestArchives.options())) {
            TestArchives.append(writer, messages.stream()
                    .filter(m -> m.position().compareTo(writer.checkpoints().getFirst().next()) >= 0).toList());
            TestArchives.complete(writer);
        }
        assertEquals(List.of(), Archive.verify(target, Verification.Level.DEEP, Verification.Listener.NONE).problems());
    }

    /// SQLite would delete the file that such a journal names.
    @Test
    void isRefusedWhereItNamesAnotherFile() throws Exception {
        Path innocent = Files.writeString(folder.resolve("innocent"), "x");
        byte[] name = innocent.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int sum = 0;
        for (byte b : name) {
            sum += b;
        }
        Files.write(Path.of(partial + "-journal"), java.nio.ByteBuffer.allocate(4 + name.length + 16).putInt(0)
                .put(name).putInt(name.length).putInt(sum).putLong(0xd9d505f920a163d7L).array(),
                StandardOpenOption.APPEND);
        FaultException refused = assertThrows(FaultException.class, () -> Archive.open(partial).close());
        assertEquals("archive.journal", refused.fault().code());
        assertTrue(Files.exists(innocent));
    }
}
