package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be opened or written says so in a sentence.
class RefusalTest {

    @TempDir
    Path folder;

    @Test
    void refusesAnExistingTarget() throws Exception {
        Path file = sealed("a.msgdb");
        assertFault(FaultKind.REFUSED, "there already",
                () -> ArchiveWriter.create(file, run(), TestArchives.options()).close());
    }

    @Test
    void refusesATargetThatIsHalfWritten() throws Exception {
        Path file = folder.resolve("a.msgdb");
        ArchiveWriter.create(file, run(), TestArchives.options()).close();
        assertFault(FaultKind.REFUSED, "unfinished",
                () -> ArchiveWriter.create(file, run(), TestArchives.options()).close());
    }

    @Test
    void saysThatAnotherWriterHasIt() throws Exception {
        Path file = folder.resolve("a.msgdb");
        try (ArchiveWriter _ = ArchiveWriter.create(file, run(), TestArchives.options())) {
            Fault fault = assertFault(FaultKind.LOCKED, "being written by process",
                    () -> ArchiveWriter.resume(file, TestArchives.PLAN_HASH, TestArchives.options()).close());
            assertTrue(fault.message().contains(Long.toString(ProcessHandle.current().pid())), fault.message());
        }
    }

    @Test
    void saysThatThereIsNoFolder() {
        assertFault(FaultKind.FILE_ACCESS, "no folder", () -> ArchiveWriter
                .create(folder.resolve("none/a.msgdb"), run(), TestArchives.options()).close());
    }

    @Test
    void saysThatAFileIsMissingAndNamesItsUnfinishedTwin() throws Exception {
        Path file = folder.resolve("a.msgdb");
        assertFault(FaultKind.NOT_FOUND, "no file", () -> Archive.open(file).close());
        ArchiveWriter.create(file, run(), TestArchives.options()).close();
        Fault fault = assertFault(FaultKind.NOT_FOUND, "no file", () -> Archive.open(file).close());
        assertTrue(fault.remedy().contains("a.msgdb.partial"), fault.remedy());
    }

    @Test
    void saysThatAFileIsEmpty() throws Exception {
        Path file = Files.createFile(folder.resolve("a.msgdb"));
        assertFault(FaultKind.CORRUPT, "empty", () -> Archive.open(file).close());
    }

    @Test
    void saysThatAFileIsNoDatabase() throws Exception {
        Path file = Files.writeString(folder.resolve("a.msgdb"), "PK not a database ".repeat(100));
        assertFault(FaultKind.CORRUPT, "no SQLite database", () -> Archive.open(file).close());
    }

    @Test
    void saysThatADatabaseIsForeign() throws Exception {
        Path file = folder.resolve("a.msgdb");
        change(file, "CREATE TABLE t (a)");
        assertFault(FaultKind.CORRUPT, "not an archive", () -> Archive.open(file).close());
    }

    @Test
    void saysThatAFileIsCutShort() throws Exception {
        Path file = sealed("a.msgdb");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(out.length() / 2);
        }
        assertFault(FaultKind.CORRUPT, "cut short", () -> Archive.open(file).close());
        assertEquals(Verification.State.DAMAGED,
                Archive.verify(file, Verification.Level.QUICK, Verification.Listener.NONE).state());
    }

    @Test
    void saysThatTheSealIsLost() throws Exception {
        Path file = sealed("a.msgdb");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(out.length() - 16_384);
        }
        assertFault(FaultKind.CORRUPT, "seal", () -> Archive.open(file).close());
    }

    @Test
    void namesANewerFormat() throws Exception {
        Path file = folder.resolve("a.msgdb.partial");
        ArchiveWriter.create(folder.resolve("a.msgdb"), run(), TestArchives.options()).close();
        change(file, "PRAGMA user_version = 2003");
        assertFault(FaultKind.CORRUPT, "format 2.3", () -> Archive.open(file).close());
    }

    @Test
    void namesAFeatureThatItMustKnow() throws Exception {
        Path file = folder.resolve("a.msgdb.partial");
        ArchiveWriter.create(folder.resolve("a.msgdb"), run(), TestArchives.options()).close();
        change(file, "INSERT INTO feature VALUES ('teleportation', 1)");
        assertFault(FaultKind.CORRUPT, "\"teleportation\"", () -> Archive.open(file).close());
    }

    @Test
    void refusesTablesThatAreNotItsOwn() throws Exception {
        Path file = folder.resolve("a.msgdb.partial");
        ArchiveWriter.create(folder.resolve("a.msgdb"), run(), TestArchives.options()).close();
        change(file, "CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM block; END");
        assertFault(FaultKind.CORRUPT, "tables are not those of an archive", () -> Archive.open(file).close());
    }

    @Test
    void opensAFolderWithOneArchive() throws Exception {
        sealed("a.msgdb");
        try (Archive archive = Archive.open(folder)) {
            assertFalse(archive.contents().channels().isEmpty());
        }
    }

    @Test
    void saysThatAFolderHoldsSeveralArchivesOrNone() throws Exception {
        assertFault(FaultKind.NOT_FOUND, "without an archive", () -> Archive.open(folder).close());
        sealed("a.msgdb");
        TestArchives.write(folder.resolve("b.msgdb"), TestArchives.messages(10, 1), 1, TestArchives.otherIds());
        assertFault(FaultKind.USAGE, "2 archives", () -> Archive.open(folder).close());
    }

    @Test
    void opensNamesThatMeanSomethingInAnAddress() throws Exception {
        for (String name : new String[]{"a b.msgdb", "50%.msgdb", "why?.msgdb", "#1&mode=rwc.msgdb", "grün%20.msgdb"}) {
            Path file = sealed(name);
            try (Archive archive = Archive.open(file)) {
                assertEquals(100, TestArchives.read(archive).messages().size());
            }
        }
    }

    private Path sealed(String name) throws Exception {
        Path file = folder.resolve(name);
        TestArchives.write(file, TestArchives.messages(100, 1), 1);
        return file;
    }

    private static RunStart run() {
        return TestArchives.run(TestArchives.messages(100, 1), 1);
    }

    private static void change(Path file, String sql) throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Fault assertFault(FaultKind kind, String words, Executable call) {
        Fault fault = assertThrows(FaultException.class, call).fault();
        assertEquals(kind, fault.kind(), fault.sentence());
        assertTrue(fault.sentence().contains(words), fault.sentence());
        assertFalse(fault.remedy().isEmpty(), fault.message());
        return fault;
    }
}
