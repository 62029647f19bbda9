package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One connection to one file, with its statements prepared once. Any thread, one at a time.
/// Errors come as faults about the file.
public final class Database implements AutoCloseable {

    /// What is done with a row.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /// What is done with each row.
    @FunctionalInterface
    public interface RowVisitor {
        void visit(Row row) throws SQLException;
    }

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    public Path file() {
        return file;
    }

    /// Runs a statement that is used once.
    public synchronized void execute(String sql) throws FaultException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw SqlFaults.of(e, file);
        }
    }

    public synchronized int update(String sql, Object... arguments) throws FaultException {
        try {
            return bind(sql, arguments).executeUpdate();
        } catch (SQLException e) {
            throw SqlFaults.of(e, file);
        }
    }

    /// @return the id of the new row
    public synchronized long insert(String sql, Object... arguments) throws FaultException {
        update(sql, arguments);
        return number("SELECT last_insert_rowid()");
    }

    /// A visitor may throw an `IllegalArgumentException` for a value that cannot be: the file is damaged then.
    public synchronized void each(String sql, RowVisitor visitor, Object... arguments) throws FaultException {
        try (ResultSet rows = bind(sql, arguments).executeQuery()) {
            Row row = new Row(rows);
            while (rows.next()) {
                visitor.visit(row);
            }
        } catch (SQLException e) {
            discard(sql);
            throw SqlFaults.of(e, file);
        } catch (IllegalArgumentException e) {
            throw new FaultException(FaultKind.CORRUPT, "archive.damaged", file + " holds a value that cannot be.",
                    "Run verify to see what is wrong.", e);
        }
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... arguments) throws FaultException {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(reader.read(row)), arguments);
        return all;
    }

    /// The first row, if there is one.
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... arguments) throws FaultException {
        return list(sql, reader, arguments).stream().findFirst();
    }

    /// A query that gives one number.
    public long number(String sql, Object... arguments) throws FaultException {
        return first(sql, row -> row.whole(1), arguments).orElseThrow(() -> new FaultException(FaultKind.CORRUPT,
                "archive.incomplete", file + " lacks a row that every archive has.", "Take another copy."));
    }

    /// A statement that failed would fail for ever.
    private void discard(String sql) {
        try (PreparedStatement failed = prepared.remove(sql)) {
            if (failed != null) {
                failed.clearParameters();
            }
        } catch (SQLException e) {
            // closing tells the same error again
        }
    }

    private PreparedStatement bind(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
        switch (argument) {
            case Optional<?> some when some.isPresent() -> bind(statement, index, some.get());
            case Optional<?> _ -> statement.setObject(index, null);
            case OptionalLong some when some.isPresent() -> statement.setLong(index, some.getAsLong());
            case OptionalLong _ -> statement.setObject(index, null);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setString(index, argument.toString());
        }
    }

    @Override
    public synchronized void close() throws FaultException {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            prepared.clear();
            connection.close();
        } catch (SQLException e) {
            throw SqlFaults.of(e, file);
        }
    }
}
