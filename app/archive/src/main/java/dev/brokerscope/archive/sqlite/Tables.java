package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Path;
import java.util.List;

/// The tables of an archive: makes them, and tells a file that has others.
public final class Tables {

    private static final String OBJECTS =
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";

    private Tables() {}

    public static void create(Database db) throws FaultException {
        for (String statement : SqlText.statements("tables.sql")) {
            db.execute(statement);
        }
    }

    /// Refuses a file whose tables, views, indexes and triggers are not exactly ours: nothing in it may run.
    public static void check(Database db) throws FaultException {
        List<String> found = db.list(OBJECTS, row -> row.text(1));
        if (!found.equals(expected())) {
            String difference = found.stream().filter(o -> !expectedNoFault().contains(o)).findFirst()
                    .map(o -> o.lines().findFirst().orElse(o)).orElse("a table is missing");
            throw new FaultException(dev.brokerscope.api.fault.Fault.of(FaultKind.CORRUPT, "archive.foreign",
                    db.file() + " is a SQLite database, but its tables are not those of an archive.",
                    "Choose a file that a backup wrote.").withDetails(difference));
        }
    }

    private static List<String> expectedNoFault() {
        try {
            return expected();
        } catch (FaultException e) {
            return List.of();
        }
    }

    /// Made by SQLite itself in memory, so that the text is as it stores it.
    private static List<String> expected() throws FaultException {
        try (Database memory = memory()) {
            create(memory);
            return memory.list(OBJECTS, row -> row.text(1));
        }
    }

    private static Database memory() throws FaultException {
        Path nowhere = Path.of("memory");
        try {
            return new Database(nowhere, java.sql.DriverManager.getConnection("jdbc:sqlite::memory:"));
        } catch (java.sql.SQLException e) {
            throw SqlFaults.of(e, nowhere);
        }
    }
}
