package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.FileHeader;
import dev.brokerscope.archive.sqlite.Origin;
import dev.brokerscope.archive.sqlite.Tables;
import dev.brokerscope.archive.sqlite.Trailer;
import dev.brokerscope.archive.sqlite.WriterLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Changes what stands beside the contents of a sealed volume: lock, cut the seal off, one transaction, seal again.
/// A crash in between leaves a volume without its seal, which nobody opens until it is checked and sealed anew.
final class SealedVolume {

    private SealedVolume() {}

    /// A change, in one transaction.
    interface Edit<T> {
        T apply(Database db) throws FaultException;
    }

    static <T> T edit(Path path, Edit<T> edit) throws FaultException {
        VolumeOpener volume = finished(path);
        Path file = volume.file();
        try (WriterLock _ = WriterLock.take(new VolumeFiles(file).lock(), file)) {
            volume.open().close();
            demandWhole(file);
            Trailer.cut(file);
            try {
                return changed(file, edit);
            } finally {
                Trailer.write(file, Sha.start());
            }
        }
    }

    private static VolumeOpener finished(Path path) throws FaultException {
        VolumeOpener volume = VolumeOpener.find(path);
        if (!volume.sealed()) {
            throw new FaultException(FaultKind.REFUSED, "keys.unfinished", volume.file() + " is not finished yet.",
                    "Finish it with: brokerscope backup … --resume");
        }
        return volume;
    }

    /// Damage must not be sealed in.
    private static void demandWhole(Path file) throws FaultException {
        Optional<String> damage = Trailer.check(file, FileHeader.read(file), Sha.start(), _ -> {});
        if (damage.isPresent()) {
            throw damaged(file, damage.get());
        }
    }

    private static <T> T changed(Path file, Edit<T> edit) throws FaultException {
        try (Database db = Databases.openSealed(file)) {
            db.execute("BEGIN IMMEDIATE");
            try {
                T result = edit.apply(db);
                db.execute("COMMIT");
                return result;
            } catch (FaultException | RuntimeException e) {
                db.execute("ROLLBACK");
                throw e;
            }
        }
    }

    static boolean reseal(Path path, ArchiveKeys keys) throws FaultException, InterruptedException {
        VolumeOpener volume = finished(path);
        Path file = volume.file();
        try (WriterLock _ = WriterLock.take(new VolumeFiles(file).lock(), file)) {
            FileHeader header = FileHeader.read(file);
            if (Trailer.present(file, header)) {
                demandWhole(file);
                return false;
            }
            demandSealedOnce(file);
            discardJournal(file);
            check(file, keys);
            Trailer.write(file, Sha.start());
            return true;
        }
    }

    /// Opening it for writing undoes a change that was cut short.
    private static void demandSealedOnce(Path file) throws FaultException {
        try (Database db = Databases.openSealed(file)) {
            Origin.check(db);
            Tables.check(db);
            Origin.checkFeatures(db);
            if (!db.first("SELECT state FROM archive", row -> row.text(1)).orElse("").equals("sealed")) {
                throw new FaultException(FaultKind.REFUSED, "keys.never-sealed", file + " was never sealed.",
                        "Name it " + file.getFileName()
                                + ".partial, and finish it with: brokerscope backup … --resume");
            }
        }
    }

    /// One that undid nothing when the file was opened belongs to no change that took place.
    private static void discardJournal(Path file) throws FaultException {
        try {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-journal"));
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.io", "The journal of " + file
                    + " cannot be removed.", "Check whether you may write there.", e);
        }
    }

    private static void check(Path file, ArchiveKeys keys) throws FaultException, InterruptedException {
        VolumeOpener unsealed = new VolumeOpener(file, false);
        Verification.Level level = Verification.Level.FULL;
        try (Database db = unsealed.connect(); VolumeSecrets secrets = VolumeSecrets.open(db, keys)) {
            level = secrets.locked() ? level : Verification.Level.DEEP;
        }
        CheckReport report = new CheckReport(Verification.Listener.NONE);
        new VolumeCheck(unsealed, keys, level, report).run();
        Verification found = report.result(file, level, true);
        if (!found.problems().isEmpty()) {
            throw damaged(file, found.problems().getFirst().message());
        }
    }

    private static FaultException damaged(Path file, String what) {
        return new FaultException(FaultKind.CORRUPT, "keys.damaged", file + " is damaged, and stays as it is: " + what,
                "Take another copy if there is one; recover takes what is still there.");
    }
}
