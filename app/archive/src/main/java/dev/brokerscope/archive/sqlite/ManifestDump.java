package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;

/// The canonical dump of everything but payload and seal; its SHA-256 is the root of an archive.
public final class ManifestDump {

    private ManifestDump() {}

    public static void write(Database db, Appendable out) throws FaultException, IOException {
        try {
            for (String query : SqlText.statements("dump.sql")) {
                int end = query.indexOf('\n');
                String table = query.substring(3, end).strip();
                db.each(query.substring(end + 1), row -> line(table, row, out));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    public static byte[] root(Database db, MessageDigest sha256) throws FaultException {
        try {
            write(db, new Appendable() {
                @Override
                public Appendable append(CharSequence text) {
                    sha256.update(text.toString().getBytes(StandardCharsets.UTF_8));
                    return this;
                }

                @Override
                public Appendable append(CharSequence text, int start, int end) {
                    return append(text.subSequence(start, end));
                }

                @Override
                public Appendable append(char c) {
                    return append(String.valueOf(c));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256.digest();
    }

    private static void line(String table, Row row, Appendable out) throws SQLException {
        StringBuilder line = new StringBuilder(table);
        for (int i = 1; i <= row.columns(); i++) {
            line.append('\t').append(row.any(i).map(ManifestDump::value).orElse("\\N"));
        }
        try {
            out.append(line.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Object value) {
        return switch (value) {
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case String text ->
                    text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
            default -> value.toString();
        };
    }
}
