package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.sqlite.SqlFaults;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The files of a volume, by their names.
record VolumeFiles(Path target) {

    private static final String UNFINISHED = ".partial";

    Path partial() {
        return target.resolveSibling(target.getFileName() + UNFINISHED);
    }

    /// Only for the moments in which the manifest is written.
    Path begun() {
        return target.resolveSibling(target.getFileName() + ".begun");
    }

    Path lock() {
        return target.resolveSibling(target.getFileName() + ".lock");
    }

    static boolean unfinished(Path file) {
        return file.toString().endsWith(UNFINISHED);
    }

    void checkFolder() throws FaultException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.folder", "There is no folder " + folder + ".",
                    "Create it, or choose another place.");
        }
    }

    void checkUnsealed() throws FaultException {
        if (Files.exists(target)) {
            throw new FaultException(FaultKind.REFUSED, "archive.exists", target + " is there already.",
                    "Choose another name; an archive is never overwritten.");
        }
    }

    void checkNew() throws FaultException {
        checkUnsealed();
        if (Files.exists(partial())) {
            throw new FaultException(FaultKind.REFUSED, "archive.unfinished", "An unfinished " + partial()
                    + " is there already.", "Resume it, or delete it.");
        }
    }

    /// The size of the database and of its log.
    long size() {
        return size(partial()) + size(partial().resolveSibling(partial().getFileName() + "-wal"));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Removes what a broken beginning left: nothing was reported as written yet.
    void discardBegun() {
        discard(begun());
    }

    /// Removes what nobody wants to resume.
    void discardPartial() {
        discard(partial());
    }

    private static void discard(Path database) {
        for (String suffix : new String[]{"", "-wal", "-shm", "-journal"}) {
            try {
                Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
            } catch (IOException e) {
                // the next attempt says what is in the way
            }
        }
    }

    void publish() throws FaultException {
        if (Files.exists(target)) {
            checkNew();
        }
        rename(partial(), target);
    }

    void rename(Path from, Path to) throws FaultException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } catch (IOException e) {
            throw SqlFaults.full(target)
                    ? SqlFaults.diskFull(target, e)
                    : new FaultException(FaultKind.FILE_ACCESS, "archive.rename", from + " cannot be renamed to " + to
                            + ".", "Check the folder, then resume.", e);
        }
    }

    /// Makes the new name last. Windows cannot, and need not.
    void syncFolder() throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
