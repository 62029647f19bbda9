package dev.brokerscope.archive;

import dev.brokerscope.archive.block.ByteSink;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.ManifestDump;
import dev.brokerscope.archive.sqlite.Trailer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;

/// Changes a sealed archive and makes everything again that needs no key: hashes of ranges, root, trailer.
record ForgedArchive(Path file) {

    void change(String sql) throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = db.createStatement()) {
            for (String part : sql.split("; ?")) {
                statement.executeUpdate(part);
            }
        }
        ranges();
        byte[] root;
        try (Database db = Databases.openReadOnly(file, true)) {
            root = ManifestDump.root(db, Sha.start());
        }
        update("UPDATE seal SET root = ?", root);
        Trailer.write(file, Sha.start());
    }

    private void ranges() throws Exception {
        record Range(long run, long partition, byte[] hash) {}
        java.util.List<Range> ranges = new java.util.ArrayList<>();
        try (Database db = Databases.openReadOnly(file, true)) {
            for (Range range : db.list("SELECT run_id, partition_id FROM range",
                    r -> new Range(r.whole(1), r.whole(2), new byte[0]))) {
                MessageDigest digest = Sha.start();
                db.each("SELECT count, content_hash FROM block WHERE run_id = ? AND partition_id = ?"
                        + " ORDER BY first_hi, first_lo",
                        r -> digest.update(new ByteSink(40).i64(r.whole(1)).bytes(r.blob(2)).toArray()), range.run(),
                        range.partition());
                ranges.add(new Range(range.run(), range.partition(), digest.digest()));
            }
        }
        for (Range range : ranges) {
            update("UPDATE range SET content_hash = ? WHERE run_id = " + range.run() + " AND partition_id = "
                    + range.partition(), range.hash());
        }
    }

    private void update(String sql, byte[] value) throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement update = db.prepareStatement(sql)) {
            update.setBytes(1, value);
            update.executeUpdate();
        }
    }
}
