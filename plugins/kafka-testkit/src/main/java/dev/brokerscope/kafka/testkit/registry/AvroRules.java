package dev.brokerscope.kafka.testkit.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/// Checks Avro schemas: whether they parse with their references, and whether a reader understands a writer.
final class AvroRules {

    private final Function<RegisteredSchema.Reference, RegisteredSchema> referenced;

    AvroRules(Function<RegisteredSchema.Reference, RegisteredSchema> referenced) {
        this.referenced = referenced;
    }

    Schema parse(RegisteredSchema schema) {
        try {
            Schema.Parser parser = new Schema.Parser();
            parseReferences(parser, schema, new ArrayList<>());
            return parser.parse(schema.text());
        } catch (AvroRuntimeException broken) {
            throw RegistryRefusal.invalidSchema("AVRO", String.valueOf(broken.getMessage()));
        }
    }

    /// Why `newer` breaks the level towards `older`; empty where it does not.
    Optional<String> conflict(String level, RegisteredSchema newer, RegisteredSchema older) {
        Schema after = parse(newer);
        Schema before = parse(older);
        return switch (level.replace("_TRANSITIVE", "")) {
            case "BACKWARD" -> unreadable(after, before);
            case "FORWARD" -> unreadable(before, after);
            case "FULL" -> unreadable(after, before).or(() -> unreadable(before, after));
            default -> Optional.empty();
        };
    }

    private static Optional<String> unreadable(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return result.getType() == SchemaCompatibilityType.COMPATIBLE ? Optional.empty()
                : Optional.of(String.valueOf(result.getResult().getIncompatibilities()));
    }

    private void parseReferences(Schema.Parser parser, RegisteredSchema schema, List<RegisteredSchema.Reference> done) {
        for (RegisteredSchema.Reference reference : schema.references()) {
            if (!done.contains(reference)) {
                done.add(reference);
                RegisteredSchema target = referenced.apply(reference);
                parseReferences(parser, target, done);
                parser.parse(target.text());
            }
        }
    }
}
