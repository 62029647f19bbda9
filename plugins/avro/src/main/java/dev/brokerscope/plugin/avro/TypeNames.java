package dev.brokerscope.plugin.avro;

import java.util.List;
import org.apache.avro.Schema;

/// Types as people read them: `record Customer`, `array of Item`, `bytes · decimal(12, 2)`, `union → string`.
final class TypeNames {

    /// How a value looks in JSON: two branches that look alike cannot be told apart there.
    private enum Look {
        NULL, BOOLEAN, NUMBER, TEXT, BYTES, OBJECT, LIST
    }

    private TypeNames() {}

    static String brief(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> "record " + schema.getName();
            case ENUM -> "enum " + schema.getName();
            case FIXED -> "fixed " + schema.getName();
            case UNION -> "union of " + schema.getTypes().size();
            case ARRAY, MAP, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL ->
                    schema.getType().getName();
        };
    }

    /// Also of logical types that nobody knows: then the name is all there is.
    static String withLogical(String type, Schema schema) {
        String logical = logical(schema);
        return logical.isEmpty() ? type : type + " · " + logical;
    }

    /// The name of the logical type, or nothing; read from the text of the schema, since parsers drop unknown ones.
    static String logical(Schema schema) {
        return schema.getObjectProp("logicalType") instanceof String name ? name : "";
    }

    /// `union → `, or `union of 3 → ` where JSON alone would not tell which branch it is.
    static String unionPrefix(List<Schema> types, int branch) {
        Look look = look(types.get(branch));
        boolean alike = types.stream().filter(t -> look(t) == look).count() > 1;
        return alike ? "union of " + types.size() + " → " : "union → ";
    }

    private static Look look(Schema schema) {
        return switch (schema.getType()) {
            case NULL -> Look.NULL;
            case BOOLEAN -> Look.BOOLEAN;
            case INT, LONG, FLOAT, DOUBLE -> LogicalText.isText(schema) ? Look.TEXT : Look.NUMBER;
            case STRING, ENUM -> Look.TEXT;
            case BYTES, FIXED -> LogicalText.isText(schema) ? Look.TEXT
                    : LogicalText.isNumber(schema) ? Look.NUMBER : Look.BYTES;
            case RECORD, MAP, UNION -> Look.OBJECT;
            case ARRAY -> Look.LIST;
        };
    }
}
