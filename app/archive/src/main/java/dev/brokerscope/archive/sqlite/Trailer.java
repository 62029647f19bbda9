package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/// The page behind SQLite's last page: the hash of all bytes before it. Only for files that SQLite has closed.
public final class Trailer {

    private static final byte[] MAGIC = "brokerscope seal".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int COUNTER_AT = 24;
    private static final int VALID_FOR_AT = 92;
    private static final int CHUNK = 1 << 20;

    private Trailer() {}

    /// Sets the counters, and appends the trailer; cuts off what an interrupted attempt left.
    public static void write(Path file, MessageDigest sha256) throws FaultException {
        FileHeader header = FileHeader.read(file);
        header.check(file);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(header.databaseSize());
            out.seek(COUNTER_AT);
            out.writeInt(1);
            out.seek(VALID_FOR_AT);
            out.writeInt(1);
            byte[] hash = hash(out, header.databaseSize(), sha256, _ -> {});
            out.seek(header.databaseSize());
            out.write(page(header, hash));
            out.getFD().sync();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /// Takes the trailer off, and makes sure that it is gone before anything else is changed.
    public static void cut(Path file) throws FaultException {
        FileHeader header = FileHeader.read(file);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(header.databaseSize());
            out.getFD().sync();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /// Whether a trailer of the right shape stands where it must.
    public static boolean present(Path file, FileHeader header) throws FaultException {
        return stored(file, header).isPresent();
    }

    /// What is wrong with trailer or bytes; absent if nothing. Reads the whole file.
    public static Optional<String> check(Path file, FileHeader header, MessageDigest sha256, LongConsumer progress)
            throws FaultException {
        Optional<byte[]> stored = stored(file, header);
        if (stored.isEmpty()) {
            return Optional.of("The trailer that seals the file is missing or damaged.");
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] hash = hash(in, header.databaseSize(), sha256, progress);
            return Arrays.equals(page(header, hash), stored.get())
                    ? Optional.empty()
                    : Optional.of("The hash of the file does not match its trailer: at least one byte was changed.");
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static Optional<byte[]> stored(Path file, FileHeader header) throws FaultException {
        if (header.fileSize() != header.databaseSize() + header.pageSize()) {
            return Optional.empty();
        }
        byte[] page = new byte[header.pageSize()];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(header.databaseSize());
            in.readFully(page);
        } catch (IOException e) {
            throw failed(file, e);
        }
        return Arrays.equals(page, 0, MAGIC.length, MAGIC, 0, MAGIC.length) ? Optional.of(page) : Optional.empty();
    }

    private static byte[] page(FileHeader header, byte[] hash) {
        return ByteBuffer.allocate(header.pageSize()).put(MAGIC).putInt(VERSION).putLong(header.databaseSize())
                .put(hash)
                .array();
    }

    private static byte[] hash(RandomAccessFile in, long size, MessageDigest sha256, LongConsumer progress)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        in.seek(0);
        for (long done = 0; done < size;) {
            int part = (int) Math.min(CHUNK, size - done);
            in.readFully(chunk, 0, part);
            sha256.update(chunk, 0, part);
            done += part;
            progress.accept(part);
        }
        return sha256.digest();
    }

    private static FaultException failed(Path file, IOException e) {
        return SqlFaults.full(file)
                ? SqlFaults.diskFull(file, e)
                : new FaultException(FaultKind.FILE_ACCESS, "archive.io", file + " cannot be read or written.",
                        "Check the disk.", e);
    }
}
