package dev.brokerscope.archive;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.sqlite.Database;
import java.util.Optional;

/// Embeds schemas with their references and subjects.
final class SchemaRows {

    private final Database db;

    SchemaRows(Database db) {
        this.db = db;
    }

    void use(long channel, Sample.Side side, long schema, long count) throws FaultException {
        db.update("INSERT INTO schema_use VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET count = count + excluded.count", channel, Words.of(side), schema, count);
    }

    /// @return its id in this file
    long embed(RegisteredSchema schema) throws FaultException {
        Optional<Long> known = db.first("SELECT schema_id FROM schema WHERE registry = ? AND native_id = ?"
                + " AND content IS NOT NULL", row -> row.whole(1), schema.registry(), schema.id().notation());
        if (known.isEmpty()) {
            long id = row(schema.registry(), schema.id(), schema.kind(), Optional.of(schema.content()));
            int line = 0;
            for (RegisteredSchema.Reference reference : schema.references()) {
                db.update("INSERT OR IGNORE INTO schema_reference VALUES (?, ?, ?, ?)", id, line++, reference.name(),
                        embed(reference.schema()));
            }
            known = Optional.of(id);
        }
        for (RegisteredSchema.SubjectVersion subject : schema.subjects()) {
            db.update("INSERT OR IGNORE INTO schema_subject VALUES (?, ?, ?, ?, NULL)", schema.registry(),
                    subject.subject(), subject.version(), known.get());
        }
        return known.get();
    }

    /// A schema that messages name, but that nobody could give.
    long missing(String registry, SchemaId id) throws FaultException {
        return row(registry, id, "", Optional.empty());
    }

    private long row(String registry, SchemaId id, String kind, Optional<String> content) throws FaultException {
        db.update("INSERT INTO schema (registry, native_id, kind, content) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (registry, native_id) DO UPDATE SET kind = excluded.kind, content = excluded.content"
                + " WHERE excluded.content IS NOT NULL", registry, id.notation(), kind, content);
        return db.number("SELECT schema_id FROM schema WHERE registry = ? AND native_id = ?", registry, id.notation());
    }
}
