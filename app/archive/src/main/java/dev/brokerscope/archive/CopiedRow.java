package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.sqlite.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row on its way from one archive to another, whatever its columns are. Immutable.
///
/// @param columns a missing value is an empty `Optional`
record CopiedRow(Map<String, Object> columns) {

    /// @param where also how they are ordered
    static List<CopiedRow> read(Database db, String table, String where, Object... arguments) throws FaultException {
        List<String> names = db.list("SELECT name FROM pragma_table_info('" + table + "')", row -> row.text(1));
        return db.list("SELECT " + String.join(", ", names) + " FROM " + table + " WHERE " + where, row -> {
            Map<String, Object> columns = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                columns.put(names.get(i), row.any(i + 1).orElse(Optional.empty()));
            }
            return new CopiedRow(columns);
        }, arguments);
    }

    /// An empty `Optional` where there is none.
    Object value(String column) {
        Object value = columns.get(column);
        if (value == null) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        return value;
    }

    CopiedRow with(String column, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(columns);
        changed.put(column, value);
        return new CopiedRow(changed);
    }

    CopiedRow without(String column) {
        Map<String, Object> changed = new LinkedHashMap<>(columns);
        changed.remove(column);
        return new CopiedRow(changed);
    }

    /// @return the id of the new row, where the table has ids
    long insert(Database db, String table) throws FaultException {
        return insert(db, "INSERT INTO ", table);
    }

    void insertIfNew(Database db, String table) throws FaultException {
        insert(db, "INSERT OR IGNORE INTO ", table);
    }

    private long insert(Database db, String verb, String table) throws FaultException {
        String places = String.join(", ", columns.keySet().stream().map(_ -> "?").toList());
        return db.insert(verb + table + " (" + String.join(", ", columns.keySet()) + ") VALUES (" + places + ")",
                columns.values().toArray());
    }
}
