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
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Keeps a second writer away through a file of its own: a lock on the database would be lost with any descriptor of it.
///
/// On Unix a lock belongs to the process and goes when *any* descriptor of the file is closed: so nothing here opens the
/// file a second time, and a second writer of the same process is turned away before it does.
public final class WriterLock implements AutoCloseable {

    /// Behind the text, so that it can be read where locks are mandatory.
    private static final long LOCKED_BYTE = 1L << 30;
    private static final int ATTEMPTS = 5;
    private static final int TEXT = 64;
    private static final int SIZES = 1 << 24;

    /// What this process holds: as much its own as the system's locks are.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws FaultException `LOCKED` where another writer has it, `FILE_ACCESS` where the folder cannot be written
    public static WriterLock take(Path file, Path archive) throws FaultException {
        Path place = place(file, archive);
        if (!HELD.add(place)) {
            throw locked(archive, Long.toString(ProcessHandle.current().pid()));
        }
        boolean taken = false;
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                Optional<WriterLock> lock = attempt(place, archive);
                if (lock.isPresent()) {
                    taken = true;
                    return lock.get();
                }
            }
            throw locked(archive, "");
        } finally {
            if (!taken) {
                HELD.remove(place);
            }
        }
    }

    /// The same for each way to write the path.
    private static Path place(Path file, Path archive) throws FaultException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        try {
            return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            throw failed(absolute, archive, e);
        }
    }

    /// Absent where the file was removed by its last holder between opening and locking: what stands under the name now
    /// has another size than the one that is given to the file here.
    private static Optional<WriterLock> attempt(Path file, Path archive) throws FaultException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                String holder = text(channel);
                channel.close();
                throw locked(archive, holder);
            }
            int size = TEXT + ThreadLocalRandom.current().nextInt(SIZES);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.write(ByteBuffer.wrap(new byte[]{'\n'}), size - 1L);
            if (Files.exists(file) && Files.size(file) == size) {
                return Optional.of(new WriterLock(file, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw locked(archive, Long.toString(ProcessHandle.current().pid()));
        } catch (NoSuchFileException removed) {
            if (channel == null) {
                throw unwritable(file, removed);
            }
            close(channel);
            return Optional.empty();
        } catch (IOException e) {
            close(channel);
            throw failed(file, archive, e);
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(TEXT);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).lines().findFirst().orElse("");
    }

    private static FaultException failed(Path file, Path archive, IOException e) {
        return SqlFaults.full(file)
                ? SqlFaults.diskFull(archive, e)
                : unwritable(file, e);
    }

    private static FaultException unwritable(Path file, IOException e) {
        return new FaultException(FaultKind.FILE_ACCESS, "archive.folder",
                "The folder " + file.getParent() + " cannot be written.",
                "Choose a folder that exists and that you may write to.", e);
    }

    private static FaultException locked(Path archive, String holder) {
        String who = holder.isBlank() ? "another process" : "process " + holder.strip();
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
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // an empty lock file is left: harmless
        }
        close(channel);
        HELD.remove(file);
    }
}
