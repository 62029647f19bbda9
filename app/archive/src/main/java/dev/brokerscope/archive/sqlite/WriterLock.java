package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// Keeps a second writer away through a file of its own: a lock on the database would be lost with any descriptor of it.
public final class WriterLock implements AutoCloseable {

    /// Behind the text, so that it can be read where locks are mandatory.
    private static final long LOCKED_BYTE = 1L << 30;
    private static final int ATTEMPTS = 5;

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws FaultException `LOCKED` where another writer has it, `FILE_ACCESS` where the folder cannot be written
    public static WriterLock take(Path file, Path archive) throws FaultException {
        String token = ProcessHandle.current().pid() + " " + UUID.randomUUID();
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<WriterLock> lock = attempt(file, archive, token);
            if (lock.isPresent()) {
                return lock.get();
            }
        }
        throw locked(archive, "");
    }

    /// Absent where the file was removed by its last holder between opening and locking.
    private static Optional<WriterLock> attempt(Path file, Path archive, String token) throws FaultException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                channel.close();
                throw locked(archive, Files.readString(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
            if (Files.exists(file) && Files.readString(file).equals(token)) {
                return Optional.of(new WriterLock(file, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw locked(archive, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            close(channel);
            if (SqlFaults.full(file)) {
                throw SqlFaults.diskFull(archive, e);
            }
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.folder", "The folder "
                    + file.toAbsolutePath().getParent() + " cannot be written.",
                    "Choose a folder that exists and that you may write to.", e);
        }
    }

    private static FaultException locked(Path archive, String holder) {
        String who = holder.isBlank() ? "another process" : "process " + holder.split(" ")[0];
        return new FaultException(FaultKind.LOCKED, "archive.locked", archive + " is being written by " + who + ".",
                "Wait until it is done, or end it.");
    }

    private static void close(@org.jspecify.annotations.Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // nothing was written through it
        }
    }

    /// Removes the file, then lets go.
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // an empty lock file is left: harmless
        }
        close(channel);
    }
}
