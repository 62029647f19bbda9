package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a kill leaves beside an unfinished volume while its log is switched on or off: a journal that SQLite has to roll
/// back before anybody can read, which a connection that only reads may not do.
final class HotJournal {

    /// At the end of a journal that names a journal of several databases; rolling that back can delete other files.
    private static final long NAMES_ANOTHER = 0xd9d505f920a163d7L;

    private HotJournal() {}

    static boolean beside(Path file) {
        return Files.exists(journal(file));
    }

    private static Path journal(Path file) {
        return file.resolveSibling(file.getFileName() + "-journal");
    }

    /// @throws FaultException `CORRUPT` where the journal is none of ours
    static void demandOwn(Path file) throws FaultException {
        try (RandomAccessFile in = new RandomAccessFile(journal(file).toFile(), "r")) {
            if (in.length() >= Long.BYTES) {
                in.seek(in.length() - Long.BYTES);
                if (in.readLong() == NAMES_ANOTHER) {
                    throw new FaultException(FaultKind.CORRUPT, "archive.journal",
                            journal(file) + " was not left by a backup: it belongs to several databases.",
                            "Do not trust these files.");
                }
            }
        } catch (IOException gone) {
            // another program has rolled it back meanwhile
        }
    }
}
