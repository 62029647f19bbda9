package dev.brokerscope.core.query;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The entries of a result on disk: two files, the entries one behind the other and eight bytes per entry that say where
/// each begins, so that any row of any number is two reads away and the heap stays flat. One thread appends, many read.
/// The files are deleted on closing; what a crash left is cleaned when the next store is created.
public final class ResultStore implements AutoCloseable {

    private static final int INDEX_ENTRY = Long.BYTES;
    private static final String SUFFIX = ".result";

    private final Path folder;
    private final FileChannel entries;
    private final FileChannel index;
    private final EntryCodec codec = new EntryCodec();
    private final ByteBuffer indexBuffer = ByteBuffer.allocate(INDEX_ENTRY * 1024);
    private long written;
    private long pending;
    private volatile long size;

    private ResultStore(Path folder, FileChannel entries, FileChannel index) {
        this.folder = folder;
        this.entries = entries;
        this.index = index;
    }

    /// @param cache the folder in which to make a folder of its own
    public static ResultStore create(Path cache) throws FaultException {
        try {
            Files.createDirectories(cache);
            AbandonedResults.clean(cache, SUFFIX);
            Path folder = Files.createTempDirectory(cache, ProcessHandle.current().pid() + "-");
            Path marked = Files.move(folder, folder.resolveSibling(folder.getFileName() + SUFFIX));
            return new ResultStore(marked, open(marked.resolve("entries")), open(marked.resolve("index")));
        } catch (IOException e) {
            throw unwritable(cache, e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// Entries that can be read.
    public long size() {
        return size;
    }

    /// Bytes on disk.
    public long bytes() {
        return written;
    }

    /// Visible to readers after `flush`.
    void append(Entry entry) throws FaultException {
        try {
            ByteBuffer encoded = codec.encode(entry);
            indexBuffer.putLong(written);
            written += encoded.remaining();
            while (encoded.hasRemaining()) {
                entries.write(encoded);
            }
            pending++;
            if (!indexBuffer.hasRemaining()) {
                flush();
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    void flush() throws FaultException {
        try {
            indexBuffer.flip();
            while (indexBuffer.hasRemaining()) {
                index.write(indexBuffer);
            }
            indexBuffer.clear();
            size += pending;
            pending = 0;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /// The entry whole. Any thread.
    ///
    /// @throws FaultException of kind `CLOSED` where the store was closed meanwhile
    public Entry entry(long row) throws FaultException {
        return row(row, Integer.MAX_VALUE).entry();
    }

    /// The entry with at most so many bytes of its value: enough for a line of a table, whatever the message weighs.
    public ResultRow row(long row, int valueLimit) throws FaultException {
        java.util.Objects.checkIndex(row, size);
        try {
            ByteBuffer at = read(index, row * INDEX_ENTRY, INDEX_ENTRY);
            return EntryCodec.decode(entries, at.getLong(), row, valueLimit);
        } catch (IOException e) {
            throw new FaultException(FaultKind.CLOSED, "result.closed", "This result is no longer on disk.",
                    "Run it again.", e);
        }
    }

    static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("ends at " + (at + buffer.position()));
            }
        }
        return buffer.flip();
    }

    private static FaultException unwritable(Path folder, IOException e) {
        boolean full = e instanceof FileSystemException f && String.valueOf(f.getReason()).contains("No space")
                || String.valueOf(e.getMessage()).contains("No space");
        return full
                ? new FaultException(FaultKind.DISK_FULL, "result.disk-full",
                        "The disk that holds " + folder + " is full.", "Free some space, or narrow the range.", e)
                : new FaultException(FaultKind.FILE_ACCESS, "result.unwritable",
                        "Results cannot be written to " + folder + ".", "Check the folder's permissions.", e);
    }

    @Override
    public void close() {
        AbandonedResults.closeQuietly(entries);
        AbandonedResults.closeQuietly(index);
        AbandonedResults.delete(folder);
    }
}
