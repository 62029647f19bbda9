package dev.brokerscope.core.place;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a small file completely or not at all: a crash leaves the one before.
public final class WholeFile {

    private WholeFile() {}

    /// The file is for its owner only; its folder is made where it is missing.
    ///
    /// @throws FaultException of kind `FILE_ACCESS` or `DISK_FULL`
    public static void write(Path file, String text) throws FaultException {
        Path folder = Places.madeFor(file);
        try {
            Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".part");
            try {
                OwnerOnly.file(draft);
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw fault(file, e);
        }
    }

    private static FaultException fault(Path file, IOException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("No space left") || text.contains("not enough space")) {
            return new FaultException(FaultKind.DISK_FULL, "place.disk-full",
                    "The disk is full: " + file + " was not written.", "Free some space and try again.", e);
        }
        return new FaultException(FaultKind.FILE_ACCESS, "place.not-writable", file + " cannot be written.",
                "Check the permissions of the folder " + file.toAbsolutePath().getParent() + ".", e);
    }
}
