package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// The first 100 bytes of a SQLite file, read without SQLite. Never for a file that is being written: closing it would
/// drop SQLite's locks.
public record FileHeader(int pageSize, long pageCount, int applicationId, int userVersion, long fileSize) {

    private static final int SIZE = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /// @throws FaultException `CORRUPT` where it is no archive at all
    public static FileHeader read(Path file) throws FaultException {
        byte[] head = new byte[SIZE];
        long size;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            size = in.length();
            if (size == 0) {
                throw foreign(file, "is empty");
            }
            in.readFully(head, 0, (int) Math.min(SIZE, size));
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.unreadable", file + " cannot be read.",
                    "Check whether you may read it.", e);
        }
        if (!Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw foreign(file, "is not an archive: it is no SQLite database");
        }
        ByteBuffer fields = ByteBuffer.wrap(head);
        int pageSize = Short.toUnsignedInt(fields.getShort(16));
        FileHeader header = new FileHeader(pageSize == 1 ? 65_536 : pageSize,
                Integer.toUnsignedLong(fields.getInt(28)), fields.getInt(68), fields.getInt(60), size);
        if (size < SIZE) {
            throw truncated(file, size, SIZE);
        }
        return header;
    }

    /// Bytes that SQLite counts.
    public long databaseSize() {
        return pageCount * pageSize;
    }

    /// Refuses what is not ours, too new, or cut short.
    public void check(Path file) throws FaultException {
        checkOrigin(file, applicationId, userVersion);
        if (fileSize < databaseSize()) {
            throw truncated(file, fileSize, databaseSize());
        }
    }

    static void checkOrigin(Path file, long applicationId, long userVersion) throws FaultException {
        if (applicationId != Format.APPLICATION_ID) {
            throw foreign(file, "is a SQLite database, but not an archive");
        }
        if (userVersion != Format.VERSION) {
            throw new FaultException(FaultKind.CORRUPT, "archive.format", file + " has format "
                    + Format.text((int) userVersion) + "; this program reads format " + Format.text(Format.VERSION)
                    + ".",
                    userVersion > Format.VERSION ? "Update the program." : "Read it with the version that wrote it.");
        }
    }

    private static FaultException truncated(Path file, long size, long wanted) {
        return new FaultException(FaultKind.CORRUPT, "archive.truncated", file + " is cut short: it has " + size
                + " of " + wanted + " bytes.", "Copy it again, completely.");
    }

    private static FaultException foreign(Path file, String what) {
        return new FaultException(FaultKind.CORRUPT, "archive.foreign", file + " " + what + ".",
                "Choose a file that a backup wrote.");
    }
}
