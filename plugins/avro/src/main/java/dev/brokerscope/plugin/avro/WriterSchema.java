package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.Decoded.UsedSchema;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/// A parsed schema, and what to say about where it came from.
record WriterSchema(Schema schema, UsedSchema used) {

    private static final int MOST_CHARACTERS = 8 << 20;

    /// @throws FaultException where the text is no Avro schema
    static WriterSchema of(RegisteredSchema registered) throws FaultException {
        String where = "Schema " + registered.id() + " of " + registered.registry();
        if (!registered.kind().equalsIgnoreCase("AVRO")) {
            throw new FaultException(FaultKind.UNSUPPORTED, "avro.kind",
                    where + " is of kind " + registered.kind() + ", not AVRO.", "Pick another decoder with Decode as.");
        }
        Set<String> texts = new LinkedHashSet<>();
        collect(registered, texts, 0);
        Schema schema = parse(List.copyOf(texts), where);
        return new WriterSchema(schema, new UsedSchema(registered.id(), schema.getFullName(), registered.subjects()));
    }

    /// @throws FaultException where the text is no Avro schema
    static WriterSchema of(SchemaId id, String text, String where) throws FaultException {
        Schema schema = parse(List.of(text), where);
        return new WriterSchema(schema, new UsedSchema(id, schema.getFullName(), List.of()));
    }

    /// The name of the root of a tree: that of a record, an enum or a fixed; other types have none.
    String rootName() {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> schema.getName();
            case ARRAY, MAP, UNION, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> "";
        };
    }

    /// Referenced texts first, each once.
    private static void collect(RegisteredSchema registered, Set<String> texts, int depth) {
        if (depth > 50) {
            return;
        }
        registered.references().forEach(r -> collect(r.schema(), texts, depth + 1));
        texts.add(registered.content());
    }

    private static Schema parse(List<String> texts, String where) throws FaultException {
        if (texts.stream().mapToLong(String::length).sum() > MOST_CHARACTERS) {
            throw new FaultException(FaultKind.TOO_LARGE, "avro.schema", where + " has more than 8 Mi characters.", "");
        }
        try {
            // names and defaults that break the rules do not make bytes unreadable
            Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
            for (String text : texts.subList(0, texts.size() - 1)) {
                parser.parse(text);
            }
            return parser.parse(texts.getLast());
        } catch (AvroRuntimeException | IllegalArgumentException | NullPointerException | ClassCastException
                | StackOverflowError e) {
            // on hostile texts the parser fails in all of these ways
            throw new FaultException(FaultKind.CORRUPT, "avro.schema", where + " is not a valid Avro schema.",
                    "Mend the schema, or pick one with Decode as.", e);
        }
    }
}
