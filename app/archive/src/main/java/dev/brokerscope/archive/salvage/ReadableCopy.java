package dev.brokerscope.archive.salvage;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.FileHeader;
import dev.brokerscope.archive.sqlite.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A damaged volume, opened so that SQLite reads what can be read: in place where it opens at all, else as a repaired
/// copy; an unfinished one always as a copy, with its log.
record ReadableCopy(Database db) implements AutoCloseable {

    private static final String UNFINISHED = ".partial";

    static ReadableCopy of(Path damaged, Path folder, List<String> remarks) throws FaultException {
        try {
            if (damaged.toString().endsWith(UNFINISHED)) {
                return unfinished(damaged, folder, remarks);
            }
            try {
                FileHeader.read(damaged).check(damaged);
                return new ReadableCopy(checked(Databases.openReadOnly(damaged, true)));
            } catch (FaultException e) {
                demandReadable(e);
                Path copy = folder.resolve("copy.db");
                Files.copy(damaged, copy, StandardCopyOption.REPLACE_EXISTING);
                remarks.add(e.fault().message());
                return repaired(copy, folder);
            }
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "salvage.copy", damaged + " cannot be copied to " + folder
                    + ".", "Check whether you may read it, and the space on the disk.", e);
        }
    }

    private static ReadableCopy unfinished(Path damaged, Path folder, List<String> remarks)
            throws IOException, FaultException {
        Path copy = folder.resolve("copy.db");
        Files.copy(damaged, copy, StandardCopyOption.REPLACE_EXISTING);
        Path log = damaged.resolveSibling(damaged.getFileName() + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, folder.resolve("copy.db-wal"), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            return new ReadableCopy(checked(Databases.openWritable(copy)));
        } catch (FaultException e) {
            demandReadable(e);
            remarks.add(e.fault().message());
            Files.deleteIfExists(folder.resolve("copy.db-shm"));
            Files.deleteIfExists(folder.resolve("copy.db-wal"));
            Files.copy(damaged, copy, StandardCopyOption.REPLACE_EXISTING);
            return repaired(copy, folder);
        }
    }

    private static ReadableCopy repaired(Path copy, Path folder) throws IOException, FaultException {
        FirstPage.repair(copy, folder);
        return new ReadableCopy(checked(Databases.openReadOnly(copy, true)));
    }

    private static void demandReadable(FaultException e) throws FaultException {
        if (e.kind() != FaultKind.CORRUPT) {
            throw e;
        }
    }

    private static Database checked(Database db) throws FaultException {
        try {
            Tables.check(db);
            return db;
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    @Override
    public void close() throws FaultException {
        db.close();
    }
}
