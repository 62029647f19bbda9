package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Origin;
import java.util.List;

/// Repeats in a volume what the volume before it says of a run that goes on: everything but blocks, gaps and events.
/// Its ranges begin where those before ended; uses of schemas are not counted twice. One transaction of the caller.
record SuccessorRows(Database from, Database to, long run) {

    private static final List<String> OF_RUN =
            List.of("channel_setting", "consumer_group", "group_position", "cluster_object");

    void write(Bytes planHash) throws FaultException {
        for (CopiedRow feature : CopiedRow.read(from, "feature", "name <> ?", Origin.ENCRYPTION)) {
            feature.insertIfNew(to, "feature");
        }
        copy("source", "TRUE");
        for (CopiedRow row : CopiedRow.read(from, "run", "run_id = ?", run)) {
            row.with("plan_hash", planHash.toArray()).insert(to, "run");
        }
        copy("channel", "TRUE");
        copy("partition", "TRUE");
        for (CopiedRow range : CopiedRow.read(from, "range", "run_id = ?", run)) {
            range.with("begin_hi", range.value("next_hi")).with("begin_lo", range.value("next_lo"))
                    .with("content_hash", java.util.Optional.empty()).insert(to, "range");
        }
        copy("schema", "TRUE");
        copy("schema_reference", "TRUE");
        copy("schema_subject", "TRUE");
        for (CopiedRow use : CopiedRow.read(from, "schema_use", "TRUE")) {
            use.with("count", 0L).insert(to, "schema_use");
        }
        for (String table : OF_RUN) {
            for (CopiedRow row : CopiedRow.read(from, table, "run_id = ?", run)) {
                row.insert(to, table);
            }
        }
        copy("attachment", "TRUE");
    }

    private void copy(String table, String where) throws FaultException {
        for (CopiedRow row : CopiedRow.read(from, table, where)) {
            row.insert(to, table);
        }
    }
}
