package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.message.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.Schema;

/// A value as people read it, with the one below it. What a logical type cannot say of its value is shown without it:
/// no logical type ever fails a message.
///
/// @param raw the value below the logical type
record LogicalText(NodeKind kind, String text, String type, Optional<String> raw) {

    private static final int MOST_DECIMAL_BYTES = 2_000;
    private static final int MOST_SCALE = 10_000;
    private static final int UUID_BYTES = 16;
    private static final int DURATION_BYTES = 12;
    private static final Set<String> TEXTS = Set.of("date", "time-millis", "time-micros", "timestamp-millis",
            "timestamp-micros", "timestamp-nanos", "local-timestamp-millis", "local-timestamp-micros",
            "local-timestamp-nanos", "uuid", "duration");

    static LogicalText plain(NodeKind kind, String text, String type) {
        return new LogicalText(kind, text, type, Optional.empty());
    }

    /// Whether JSON shows the value as a string.
    static boolean isText(Schema schema) {
        return TEXTS.contains(TypeNames.logical(schema));
    }

    static boolean isNumber(Schema schema) {
        String logical = TypeNames.logical(schema);
        return logical.equals("decimal") || logical.equals("big-decimal");
    }

    static LogicalText of(Schema schema, long value) {
        String logical = TypeNames.logical(schema);
        String raw = Long.toString(value);
        String type = schema.getType().getName();
        return Times.text(logical, value)
                .map(text -> new LogicalText(NodeKind.TIME, text, logical, Optional.of(raw)))
                .orElseGet(() -> plain(NodeKind.INTEGER, raw, TypeNames.withLogical(type, schema)));
    }

    static LogicalText of(Schema schema, Bytes value) {
        String type = schema.getType() == Schema.Type.FIXED ? "fixed " + schema.getName() : "bytes";
        Optional<LogicalText> readable = switch (TypeNames.logical(schema)) {
            case "decimal" -> decimal(schema, value, type);
            case "big-decimal" -> bigDecimal(value, type);
            case "uuid" -> uuid(value, type);
            case "duration" -> duration(value, type);
            default -> Optional.empty();
        };
        return readable.orElseGet(() -> plain(NodeKind.BINARY, value.toHex(), TypeNames.withLogical(type, schema)));
    }

    private static Optional<LogicalText> decimal(Schema schema, Bytes value, String type) {
        int precision = whole(schema, "precision");
        int scale = whole(schema, "scale");
        if (value.isEmpty() || value.size() > MOST_DECIMAL_BYTES || scale < 0 || scale > MOST_SCALE) {
            return Optional.empty();
        }
        BigInteger unscaled = new BigInteger(value.toArray());
        return Optional.of(new LogicalText(NodeKind.DECIMAL, new BigDecimal(unscaled, scale).toPlainString(),
                type + " · decimal(" + precision + ", " + scale + ")", Optional.of(unscaled.toString())));
    }

    private static int whole(Schema schema, String property) {
        return schema.getObjectProp(property) instanceof Number n ? n.intValue() : 0;
    }

    /// The unscaled value as Avro bytes, then the scale as an Avro int.
    private static Optional<LogicalText> bigDecimal(Bytes value, String type) {
        try {
            Input in = Input.of(value, 0);
            Bytes unscaled = in.take(in.length("a decimal"), "a decimal");
            int scale = in.integer("a scale");
            if (unscaled.isEmpty() || unscaled.size() > MOST_DECIMAL_BYTES || Math.abs((long) scale) > MOST_SCALE) {
                return Optional.empty();
            }
            String text = new BigDecimal(new BigInteger(unscaled.toArray()), scale).toPlainString();
            return Optional.of(new LogicalText(NodeKind.DECIMAL, text, type + " · big-decimal",
                    Optional.of("0x" + value.toHex())));
        } catch (Stop e) {
            return Optional.empty();
        }
    }

    private static Optional<LogicalText> uuid(Bytes value, String type) {
        if (value.size() != UUID_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = value.buffer();
        return Optional.of(new LogicalText(NodeKind.STRING, new UUID(buffer.getLong(), buffer.getLong()).toString(),
                type + " · uuid", Optional.of("0x" + value.toHex())));
    }

    /// Months, days and milliseconds, each four bytes, little-endian, without sign.
    private static Optional<LogicalText> duration(Bytes value, String type) {
        if (value.size() != DURATION_BYTES) {
            return Optional.empty();
        }
        ByteBuffer parts = value.buffer().order(ByteOrder.LITTLE_ENDIAN);
        long months = Integer.toUnsignedLong(parts.getInt());
        long days = Integer.toUnsignedLong(parts.getInt());
        BigDecimal seconds = BigDecimal.valueOf(Integer.toUnsignedLong(parts.getInt()), 3);
        return Optional.of(new LogicalText(NodeKind.TIME,
                "P" + months + "M" + days + "DT" + seconds.toPlainString() + "S", type + " · duration",
                Optional.of("0x" + value.toHex())));
    }
}
