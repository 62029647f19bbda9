package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.NodeKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

/// A value that has no parts, as Avro holds it: below its logical type, but for decimals.
///
/// @param raw as `Decoder` gives it and `Encoder` takes it
/// @param text exact; bytes in hex
record ScalarValue(Object raw, NodeKind kind, String text) {

    static ScalarValue read(Schema schema, Decoder in) throws IOException {
        return switch (schema.getType()) {
            case NULL -> {
                in.readNull();
                yield new ScalarValue("", NodeKind.NULL, "");
            }
            case BOOLEAN -> of(in.readBoolean(), NodeKind.BOOLEAN);
            case INT -> of(in.readInt(), NodeKind.INTEGER);
            case LONG -> of(in.readLong(), NodeKind.INTEGER);
            case FLOAT -> of(in.readFloat(), NodeKind.FLOAT);
            case DOUBLE -> of(in.readDouble(), NodeKind.FLOAT);
            case STRING -> of(in.readString(null), NodeKind.STRING);
            case ENUM -> {
                int index = in.readEnum();
                yield new ScalarValue(index, NodeKind.ENUM, schema.getEnumSymbols().get(index));
            }
            case BYTES -> {
                ByteBuffer buffer = in.readBytes(null);
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                yield binary(schema, bytes);
            }
            case FIXED -> {
                byte[] bytes = new byte[schema.getFixedSize()];
                in.readFixed(bytes);
                yield binary(schema, bytes);
            }
            case RECORD, ARRAY, MAP, UNION -> throw new IllegalArgumentException(schema.getType() + " has parts");
        };
    }

    private static ScalarValue of(Object raw, NodeKind kind) {
        return new ScalarValue(raw, kind, raw.toString());
    }

    private static ScalarValue binary(Schema schema, byte[] bytes) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal && bytes.length > 0) {
            return new ScalarValue(bytes, NodeKind.DECIMAL,
                    new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString());
        }
        return new ScalarValue(bytes, NodeKind.BINARY, HexFormat.of().formatHex(bytes));
    }

    /// Empty where values of this type cannot be that.
    static Optional<ScalarValue> of(Schema schema, String text) {
        try {
            return switch (schema.getType()) {
                case NULL -> Optional.empty();
                case BOOLEAN -> text.equals("true") || text.equals("false")
                        ? Optional.of(of(Boolean.valueOf(text), NodeKind.BOOLEAN))
                        : Optional.empty();
                case INT -> Optional.of(of(Integer.valueOf(text), NodeKind.INTEGER));
                case LONG -> Optional.of(of(Long.valueOf(text), NodeKind.INTEGER));
                case FLOAT -> Optional.of(of(Float.valueOf(text), NodeKind.FLOAT));
                case DOUBLE -> Optional.of(of(Double.valueOf(text), NodeKind.FLOAT));
                case STRING -> Optional.of(of(new Utf8(text), NodeKind.STRING));
                case ENUM -> schema.hasEnumSymbol(text)
                        ? Optional.of(new ScalarValue(schema.getEnumOrdinal(text), NodeKind.ENUM, text))
                        : Optional.empty();
                case BYTES, FIXED -> bytes(schema, text).map(b -> binary(schema, b));
                case RECORD, ARRAY, MAP, UNION -> Optional.empty();
            };
        } catch (IllegalArgumentException | ArithmeticException notOfThisType) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(Schema schema, String text) {
        boolean fixed = schema.getType() == Schema.Type.FIXED;
        if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
            byte[] bytes = HexFormat.of().parseHex(text);
            return fixed && bytes.length != schema.getFixedSize() ? Optional.empty() : Optional.of(bytes);
        }
        BigDecimal number = new BigDecimal(text).setScale(decimal.getScale());
        byte[] unscaled = number.unscaledValue().toByteArray();
        if (number.precision() > decimal.getPrecision() || fixed && unscaled.length > schema.getFixedSize()) {
            return Optional.empty();
        }
        return Optional.of(fixed ? padded(unscaled, schema.getFixedSize()) : unscaled);
    }

    private static byte[] padded(byte[] unscaled, int size) {
        byte[] padded = new byte[size];
        Arrays.fill(padded, 0, size - unscaled.length, (byte) (unscaled[0] < 0 ? -1 : 0));
        System.arraycopy(unscaled, 0, padded, size - unscaled.length, unscaled.length);
        return padded;
    }

    void write(Schema schema, Encoder out) throws IOException {
        switch (raw) {
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number when schema.getType() == Schema.Type.ENUM -> out.writeEnum(number);
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            case Float number -> out.writeFloat(number);
            case Double number -> out.writeDouble(number);
            case Utf8 text -> out.writeString(text);
            case byte[] bytes when schema.getType() == Schema.Type.FIXED -> out.writeFixed(bytes);
            case byte[] bytes -> out.writeBytes(bytes);
            default -> out.writeNull();
        }
    }
}
