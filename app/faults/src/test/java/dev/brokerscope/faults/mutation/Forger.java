package dev.brokerscope.faults.mutation;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

/// Makes trailer and root of a changed archive again, as docs/archive-format.md describes them: what somebody does who
/// wants a change to go unseen.
public final class Forger {

    private static final int PAGE = 16_384;

    private Forger() {}

    /// A connection that may do anything to the file.
    public static Connection open(Path file) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc.explicit_readonly", "false");
        Connection db = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
        try (var statement = db.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA journal_mode = MEMORY");
            statement.execute("PRAGMA foreign_keys = OFF");
        }
        return db;
    }

    /// Writes the trailer anew over whatever the file holds.
    public static void trailer(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int size = Math.toIntExact(Integer.toUnsignedLong(ByteBuffer.wrap(all).getInt(28)) * PAGE);
        if (size > all.length || size < PAGE) {
            size = all.length / PAGE * PAGE;
        }
        ByteBuffer.wrap(all).putInt(24, 1).putInt(92, 1);
        byte[] hash = sha256().digest(java.util.Arrays.copyOf(all, size));
        byte[] page = ByteBuffer.allocate(PAGE).put("brokerscope seal".getBytes(StandardCharsets.US_ASCII)).putInt(1)
                .putLong(size).put(hash).array();
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(size);
            out.write(all, 0, size);
            out.write(page);
        }
    }

    /// Writes root and trailer anew. The file must still be one that opens.
    public static void rootAndTrailer(Path file) throws IOException, FaultException, SQLException {
        trailer(file);
        StringBuilder dump = new StringBuilder();
        try (Archive archive = Archive.open(file)) {
            archive.dump(dump);
        }
        try (Connection db = open(file); PreparedStatement seal = db.prepareStatement("UPDATE seal SET root = ?")) {
            seal.setBytes(1, sha256().digest(dump.toString().getBytes(StandardCharsets.UTF_8)));
            seal.executeUpdate();
        }
        trailer(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
