package dev.brokerscope.archive;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Database;
import java.util.List;

/// Reads the gaps of a partition.
final class GapRows {

    private GapRows() {}

    /// A gap of any run, in the order of positions.
    record GapRow(long runId, CursorEvent.Gap gap, String detail) {}

    static List<GapRow> load(Database db, Catalog.Part part) throws FaultException {
        return db.list("SELECT run_id, from_hi, from_lo, next_hi, next_lo, reason, measured, detail FROM gap"
                + " WHERE partition_id = ? ORDER BY from_hi, from_lo, next_hi, next_lo",
                row -> new GapRow(row.whole(1), new CursorEvent.Gap(
                        new Position(part.number(), row.whole(2), row.whole(3)),
                        new Position(part.number(), row.whole(4), row.whole(5)), Words.reason(row.text(6)),
                        row.whole(7) != 0), row.text(8)),
                part.id());
    }
}
