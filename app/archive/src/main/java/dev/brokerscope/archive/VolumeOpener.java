package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.FileHeader;
import dev.brokerscope.archive.sqlite.Origin;
import dev.brokerscope.archive.sqlite.Tables;
import dev.brokerscope.archive.sqlite.Trailer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the file that is meant, and makes sure that it is an archive before anything else is asked of it.
///
/// @param sealed whether it stands under its final name: then nobody writes it
record VolumeOpener(Path file, boolean sealed) {

    /// @param path a volume
    static VolumeOpener find(Path path) throws FaultException {
        if (!Files.exists(path)) {
            throw missing(path);
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.unreadable", path + " cannot be read.",
                    "Check whether you may read it.");
        }
        return new VolumeOpener(path, !VolumeFiles.unfinished(path));
    }

    private static FaultException missing(Path path) {
        Path partial = new VolumeFiles(path).partial();
        String remedy = Files.exists(partial)
                ? "There is an unfinished " + partial + ": resume that backup, or open it as it is."
                : "Check the path.";
        return new FaultException(FaultKind.NOT_FOUND, "archive.missing", "There is no file " + path + ".", remedy);
    }

    /// Opens the file after checking what it is.
    Database open() throws FaultException {
        if (sealed) {
            FileHeader header = FileHeader.read(file);
            header.check(file);
            if (!Trailer.present(file, header)) {
                throw new FaultException(FaultKind.CORRUPT, "archive.seal", file
                        + " has lost the seal at its end: it was changed or cut after it was written.",
                        "Run verify to see what is wrong, and take another copy if there is one.");
            }
        }
        Database db = connect();
        try {
            Origin.check(db);
            Tables.check(db);
            Origin.checkFeatures(db);
            return db;
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    /// Another connection to a file that was checked before. One that was unfinished then may be sealed by now.
    Database connect() throws FaultException {
        if (!sealed && !Files.exists(file) && Files.exists(finalName())) {
            return Databases.openReadOnly(finalName(), true);
        }
        return Databases.openReadOnly(file, sealed);
    }

    private Path finalName() {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - ".partial".length()));
    }
}
