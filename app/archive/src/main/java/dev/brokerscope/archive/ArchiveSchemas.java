package dev.brokerscope.archive;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.sqlite.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The schemas that an archive carries. Any thread.
final class ArchiveSchemas implements SchemaSource {

    private static final int DEEPEST = 100;

    private final Database db;
    private final Map<SchemaId, RegisteredSchema> known = new ConcurrentHashMap<>();

    ArchiveSchemas(Database db) {
        this.db = db;
    }

    private record Stored(long id, String registry, String nativeId, String kind, Optional<String> content) {}

    @Override
    public RegisteredSchema find(SchemaId id) throws FaultException {
        RegisteredSchema cached = known.get(id);
        if (cached != null) {
            return cached;
        }
        Stored stored = db.first("SELECT schema_id, registry, native_id, kind, content FROM schema WHERE native_id = ?"
                + " ORDER BY content IS NULL, schema_id", ArchiveSchemas::row, id.notation())
                .orElseThrow(() -> missing(id, "The archive holds no schema " + id + "."));
        if (stored.content().isEmpty()) {
            throw missing(id, "Messages of the archive name the schema " + id
                    + ", but it could not be fetched when the archive was written.");
        }
        RegisteredSchema schema = build(stored, 0);
        known.put(id, schema);
        return schema;
    }

    private static Stored row(dev.brokerscope.archive.sqlite.Row row) throws java.sql.SQLException {
        return new Stored(row.whole(1), row.text(2), row.text(3), row.text(4), row.textIfAny(5));
    }

    private RegisteredSchema build(Stored stored, int depth) throws FaultException {
        if (depth > DEEPEST) {
            throw new FaultException(FaultKind.CORRUPT, "archive.schema", "Schemas of " + db.file()
                    + " refer to each other in a circle.", "Run verify to see what is wrong.");
        }
        record Target(String name, Stored schema) {}
        List<Target> targets = db.list("SELECT x.name, s.schema_id, s.registry, s.native_id, s.kind, s.content"
                + " FROM schema_reference x JOIN schema s ON s.schema_id = x.target_id WHERE x.schema_id = ? ORDER BY x.line",
                r -> new Target(r.text(1), new Stored(r.whole(2), r.text(3), r.text(4), r.text(5), r.textIfAny(6))),
                stored.id());
        List<RegisteredSchema.Reference> references = new ArrayList<>();
        for (Target target : targets) {
            references.add(new RegisteredSchema.Reference(target.name(), build(target.schema(), depth + 1)));
        }
        List<RegisteredSchema.SubjectVersion> subjects = db.list("SELECT subject, version FROM schema_subject"
                + " WHERE schema_id = ? ORDER BY subject, version",
                r -> new RegisteredSchema.SubjectVersion(r.text(1), (int) r.whole(2)), stored.id());
        return new RegisteredSchema(new SchemaId(stored.nativeId()), stored.registry(), stored.kind(),
                stored.content().orElse(""), references, subjects);
    }

    private static FaultException missing(SchemaId id, String message) {
        return new FaultException(FaultKind.NOT_FOUND, "archive.schema-missing", message,
                "Connect a registry that knows " + id + ", or pick a schema file.");
    }
}
