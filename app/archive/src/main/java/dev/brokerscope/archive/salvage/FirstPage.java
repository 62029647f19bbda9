package dev.brokerscope.archive.salvage;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.Format;
import dev.brokerscope.archive.sqlite.Tables;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// The first page of a volume says where the tables are, and it is the same in all volumes of a format but for some
/// counters: a new one serves where it is lost.
final class FirstPage {

    private static final int PAGE_COUNT = 28;
    private static final int FREE_LIST = 32;
    private static final int COUNTER = 24;
    private static final int VALID_FOR = 92;

    private FirstPage() {}

    /// @param copy is changed: its first page is that of a new volume, and pages that are missing are filled with zeros,
    /// which SQLite takes for damaged ones
    static void repair(Path copy, Path folder) throws IOException, FaultException {
        byte[] page = fresh(folder.resolve("fresh.db"));
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            long told = told(file);
            long there = (file.length() + Format.PAGE_SIZE - 1) / Format.PAGE_SIZE;
            // what a damaged header claims is believed only where it is no more than some missing tail
            long pages = told > 0 && told < there * 64 + 1_000 ? Math.max(told, there) : there;
            ByteBuffer header = ByteBuffer.wrap(page);
            header.putInt(PAGE_COUNT, (int) pages).putInt(COUNTER, 1).putInt(VALID_FOR, 1);
            header.putInt(FREE_LIST, 0).putInt(FREE_LIST + 4, 0);
            file.seek(0);
            file.write(page);
            if (file.length() < pages * Format.PAGE_SIZE) {
                file.setLength(pages * Format.PAGE_SIZE);
            }
        }
    }

    private static long told(RandomAccessFile file) throws IOException {
        if (file.length() < PAGE_COUNT + Integer.BYTES) {
            return 0;
        }
        file.seek(PAGE_COUNT);
        return Integer.toUnsignedLong(file.readInt());
    }

    private static byte[] fresh(Path file) throws IOException, FaultException {
        Files.deleteIfExists(file);
        try (Database db = Databases.create(file)) {
            db.execute("BEGIN IMMEDIATE");
            Tables.create(db);
            db.execute("COMMIT");
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] page = new byte[Format.PAGE_SIZE];
            in.readFully(page);
            return page;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
