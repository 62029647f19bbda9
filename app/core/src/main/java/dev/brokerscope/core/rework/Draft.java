package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.ArchiveWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// An archive while it is made from others: `shop.making.msgdb` beside `shop.msgdb`. The name tells it from what a backup
/// left unfinished, which may be the only copy of its messages; this one can be made again, so the next run replaces it.
record Draft(Path target) {

    private static final String SUFFIX = ".msgdb";
    private static final List<String> PARTS = List.of("", ".partial", ".partial-wal", ".partial-shm",
            ".partial-journal", ".begun", ".begun-wal", ".begun-shm", ".begun-journal");

    Path path() {
        String name = String.valueOf(target.getFileName());
        return target.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + ".making" + SUFFIX);
    }

    /// Removes what a run left that was killed.
    ///
    /// @return whether there was anything
    /// @throws FaultException `LOCKED` where that run is not dead
    boolean clear() throws FaultException {
        List<Path> left = files().filter(Files::exists).toList();
        if (left.isEmpty()) {
            return false;
        }
        ArchiveWriter.demandUnlocked(path());
        for (Path file : left) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new FaultException(FaultKind.FILE_ACCESS, "output.leftover",
                        file + ", left by an interrupted run, cannot be deleted.", "Delete it, then try again.", e);
            }
        }
        return true;
    }

    private Stream<Path> files() {
        Path path = path();
        return PARTS.stream().map(part -> path.resolveSibling(path.getFileName() + part));
    }

    /// Gives the sealed file its name.
    void publish() throws FaultException {
        NewArchive.demandFree(target);
        try {
            Files.move(path(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "output.rename",
                    path() + " cannot be renamed to " + target + ".", "Rename it: it is whole.", e);
        }
    }
}
