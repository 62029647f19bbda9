package dev.brokerscope.archive.salvage;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Copies the rows of one table around its damaged pages: in the order of row ids, and behind a row that cannot be read
/// goes on with the next one that can. Tables without row ids are read from both ends. One thread, used once.
final class TableSalvage {

    private static final int ROWS = 200;
    private static final int FRAMES = 4;
    private static final long FARTHEST = 1L << 48;

    /// @param broken whether a page could not be read
    /// @param refused rows that break the rules of their table
    record Taken(long rows, boolean broken, long refused) {}

    private record Copied(long rowId, Object[] values) {}

    private final Database from;
    private final Database to;
    private final String table;
    private final String columns;
    private final String insert;
    private final int width;
    private long rows;
    private long refused;
    private boolean broken;

    TableSalvage(Database from, Database to, String table) throws FaultException {
        this.from = from;
        this.to = to;
        this.table = table;
        List<String> names = to.list("SELECT name FROM pragma_table_info('" + table + "')", row -> row.text(1));
        this.width = names.size();
        this.columns = String.join(", ", names);
        this.insert = "INSERT INTO " + table + " (" + columns + ") VALUES ("
                + String.join(", ", names.stream().map(_ -> "?").toList()) + ")";
    }

    Taken take() throws FaultException, InterruptedException {
        boolean rowIds = to.number("SELECT count(*) FROM sqlite_schema WHERE name = ? AND sql LIKE '%WITHOUT ROWID%'",
                table) == 0;
        if (rowIds) {
            byRowId();
        } else {
            fromBothEnds();
        }
        return new Taken(rows, broken, refused);
    }

    private void byRowId() throws FaultException, InterruptedException {
        int most = table.equals("frame") ? FRAMES : ROWS;
        long next = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                List<Copied> page = page(next, most);
                more = page.size() == most;
                next = page.isEmpty() ? next : page.getLast().rowId() + 1;
                page.forEach(this::insert);
            } catch (FaultException e) {
                demandDamage(e);
                next = one(next);
                more = next < FARTHEST;
            }
        }
    }

    /// The row at or behind `next` alone, or where the next one that can be read is.
    private long one(long next) throws FaultException {
        try {
            List<Copied> single = page(next, 1);
            single.forEach(this::insert);
            return single.isEmpty() ? FARTHEST : single.getFirst().rowId() + 1;
        } catch (FaultException e) {
            demandDamage(e);
            broken = true;
            return behindDamage(Math.max(next, 0));
        }
    }

    /// The smallest row id from which SQLite gives a row again.
    private long behindDamage(long damaged) throws FaultException {
        long step = 1;
        while (step < FARTHEST && !readable(damaged + step)) {
            step *= 2;
        }
        if (step >= FARTHEST) {
            return FARTHEST;
        }
        long low = damaged + step / 2;
        long high = damaged + step;
        while (low + 1 < high) {
            long mid = low + (high - low) / 2;
            if (readable(mid)) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return high;
    }

    private boolean readable(long rowId) throws FaultException {
        try {
            page(rowId, 1);
            return true;
        } catch (FaultException e) {
            demandDamage(e);
            return false;
        }
    }

    private List<Copied> page(long rowId, int limit) throws FaultException {
        return from.list("SELECT rowid, " + columns + " FROM " + table + " NOT INDEXED WHERE rowid >= ? ORDER BY rowid"
                + " LIMIT " + limit, row -> new Copied(row.whole(1), values(row, 2)), rowId);
    }

    private void fromBothEnds() throws FaultException {
        List<String> key = to.list("SELECT name FROM pragma_table_info('" + table + "') WHERE pk > 0 ORDER BY pk",
                row -> row.text(1));
        if (!scan(String.join(", ", key))) {
            broken = true;
            scan(String.join(" DESC, ", key) + " DESC");
        }
    }

    /// @return whether it came to the end
    private boolean scan(String order) throws FaultException {
        List<Copied> read = new ArrayList<>();
        try {
            from.each("SELECT " + columns + " FROM " + table + " ORDER BY " + order,
                    row -> read.add(new Copied(0, values(row, 1))));
            return true;
        } catch (FaultException e) {
            demandDamage(e);
            return false;
        } finally {
            read.forEach(this::insert);
        }
    }

    private Object[] values(Row row, int first) throws SQLException {
        Object[] values = new Object[width];
        for (int i = 0; i < width; i++) {
            values[i] = row.any(first + i).orElse(Optional.empty());
        }
        return values;
    }

    private void insert(Copied row) {
        try {
            to.update(insert.replaceFirst("INSERT", broken ? "INSERT OR IGNORE" : "INSERT"), row.values());
            rows++;
        } catch (FaultException e) {
            refused++;
        }
    }

    private static void demandDamage(FaultException e) throws FaultException {
        if (e.kind() != FaultKind.CORRUPT && e.kind() != FaultKind.FILE_ACCESS) {
            throw e;
        }
    }
}
