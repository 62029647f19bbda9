package dev.brokerscope.archive.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/// The current row of a query; columns count from 1. Valid only while it is handed out.
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public long whole(int column) throws SQLException {
        return rows.getLong(column);
    }

    public OptionalLong wholeIfAny(int column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// Empty text where there is none.
    public String text(int column) throws SQLException {
        return textIfAny(column).orElse("");
    }

    public Optional<String> textIfAny(int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    /// No bytes where there are none.
    public byte[] blob(int column) throws SQLException {
        return blobIfAny(column).orElse(new byte[0]);
    }

    public Optional<byte[]> blobIfAny(int column) throws SQLException {
        return Optional.ofNullable(rows.getBytes(column));
    }

    /// Whatever stands there.
    public Optional<Object> any(int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column));
    }

    int columns() throws SQLException {
        return rows.getMetaData().getColumnCount();
    }
}
