package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.sqlite.Database;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Takes the schemas that a channel's messages use, with references and subjects, from one archive to another. A schema
/// whose text was not to be had is replaced by one that another archive knows.
final class SchemaCopy {

    private final Database from;
    private final Database to;
    private final Map<Long, Long> copied = new LinkedHashMap<>();

    SchemaCopy(Database from, Database to) {
        this.from = from;
        this.to = to;
    }

    /// @param counted whether the counts still hold
    void uses(long fromChannel, long toChannel, boolean counted) throws FaultException {
        for (CopiedRow use : CopiedRow.read(from, "schema_use", "channel_id = ?", fromChannel)) {
            long schema = schema(((Number) use.value("schema_id")).longValue());
            Object count = counted ? use.value("count") : 0L;
            to.update("INSERT INTO schema_use (channel_id, side, schema_id, count) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO UPDATE SET count = max(count, excluded.count)", toChannel, use.value("side"),
                    schema, count);
        }
    }

    private long schema(long id) throws FaultException {
        Long known = copied.get(id);
        if (known != null) {
            return known;
        }
        CopiedRow row = CopiedRow.read(from, "schema", "schema_id = ?", id).getFirst();
        record Stored(long id, boolean text) {}
        Optional<Stored> stored = to.first("SELECT schema_id, content IS NOT NULL FROM schema WHERE registry = ?"
                + " AND native_id = ?", r -> new Stored(r.whole(1), r.whole(2) != 0), row.value("registry"),
                row.value("native_id"));
        boolean knownText = stored.map(Stored::text).orElse(false);
        if (stored.isPresent() && !knownText) {
            to.update("UPDATE schema SET kind = ?, content = ?, fingerprint = ? WHERE schema_id = ?", row.value("kind"),
                    row.value("content"), row.value("fingerprint"), stored.get().id());
        }
        long copy = stored.isPresent() ? stored.get().id() : row.without("schema_id").insert(to, "schema");
        copied.put(id, copy);
        if (!knownText) {
            for (CopiedRow reference : CopiedRow.read(from, "schema_reference", "schema_id = ? ORDER BY line", id)) {
                long target = schema(((Number) reference.value("target_id")).longValue());
                reference.with("schema_id", copy).with("target_id", target).insertIfNew(to, "schema_reference");
            }
        }
        for (CopiedRow subject : CopiedRow.read(from, "schema_subject", "schema_id = ?", id)) {
            subject.with("schema_id", copy).insertIfNew(to, "schema_subject");
        }
        return copy;
    }
}
