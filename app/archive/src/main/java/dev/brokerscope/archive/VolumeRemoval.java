package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.sqlite.WriterLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Deletes sealed volumes that nobody wants to keep.
public final class VolumeRemoval {

    private VolumeRemoval() {}

    /// Gone for good, also after a power failure.
    ///
    /// @throws FaultException `LOCKED` where somebody holds the volume, `REFUSED` where it is not sealed, `FILE_ACCESS`
    public static void remove(Path volume) throws FaultException {
        VolumeFiles files = new VolumeFiles(volume);
        if (VolumeFiles.unfinished(volume) || Files.exists(files.partial())) {
            throw new FaultException(FaultKind.REFUSED, "archive.unfinished", volume + " is not finished.",
                    "Only sealed volumes are deleted.");
        }
        try (WriterLock _ = WriterLock.take(files.lock(), volume)) {
            Files.deleteIfExists(volume);
            files.syncFolder();
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.undeletable", volume + " cannot be deleted.",
                    "Check whether you may change its folder, and whether another program has it open.", e);
        }
    }

    /// Whether somebody writes it, or did not finish.
    public static boolean inUse(Path volume) {
        VolumeFiles files = new VolumeFiles(volume);
        if (VolumeFiles.unfinished(volume) || Files.exists(files.partial()) || Files.exists(files.begun())) {
            return true;
        }
        return held(files.lock(), volume) || held(volume.resolveSibling(SetTarget.LOCK), volume);
    }

    private static boolean held(Path lock, Path volume) {
        if (!Files.exists(lock)) {
            return false;
        }
        try (WriterLock _ = WriterLock.take(lock, volume)) {
            return false;
        } catch (FaultException somebody) {
            return true;
        }
    }
}
