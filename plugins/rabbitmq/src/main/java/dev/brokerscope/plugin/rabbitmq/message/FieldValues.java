package dev.brokerscope.plugin.rabbitmq.message;

import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.LongStringHelper;
import com.rabbitmq.client.impl.ValueReader;
import com.rabbitmq.client.impl.ValueWriter;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.HeaderType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values of header tables, typed. Tables and arrays are kept as AMQP writes them, entries sorted by name, so that the
/// same table always gives the same bytes.
final class FieldValues {

    private static final byte TABLE = 'F';
    private static final byte ARRAY = 'A';

    /// A value as bytes of a type; absent for nothing.
    record Typed(HeaderType type, Optional<Bytes> bytes) {

        static Typed of(HeaderType type, byte[] bytes) {
            return new Typed(type, Optional.of(Bytes.wrap(bytes)));
        }
    }

    private FieldValues() {}

    static Typed read(@Nullable Object value) {
        return switch (value) {
            case null -> new Typed(HeaderType.NULL, Optional.empty());
            case LongString text -> Typed.of(HeaderType.TEXT, text.getBytes());
            case Boolean flag -> Typed.of(HeaderType.BOOLEAN, new byte[]{(byte) (flag ? 1 : 0)});
            case Byte number -> Typed.of(HeaderType.INT8, new byte[]{number});
            case Short number -> Typed.of(HeaderType.INT16, buffer(2).putShort(number).array());
            case Integer number -> Typed.of(HeaderType.INT32, buffer(4).putInt(number).array());
            case Long number -> Typed.of(HeaderType.INT64, buffer(8).putLong(number).array());
            case Float number -> Typed.of(HeaderType.FLOAT32, buffer(4).putFloat(number).array());
            case Double number -> Typed.of(HeaderType.FLOAT64, buffer(8).putDouble(number).array());
            case BigDecimal number -> Typed.of(HeaderType.DECIMAL, decimal(number));
            case Date time -> Typed.of(HeaderType.TIMESTAMP, buffer(8).putLong(time.getTime()).array());
            case byte[] bytes -> Typed.of(HeaderType.BYTES, bytes);
            case Map<?, ?> table -> Typed.of(HeaderType.NATIVE, nested(table));
            case List<?> array -> Typed.of(HeaderType.NATIVE, nested(array));
            default -> Typed.of(HeaderType.TEXT, Bytes.utf8(value.toString()).toArray());
        };
    }

    /// @param ours whether a value of type `NATIVE` is one that `read` made
    /// @throws IllegalArgumentException with the reason where AMQP has no such value
    static @Nullable Object write(HeaderType type, Optional<Bytes> value, boolean ours) {
        if (value.isEmpty()) {
            return null;
        }
        Bytes bytes = value.get();
        return switch (type) {
            case BYTES -> bytes.toArray();
            case TEXT, UUID, CHARACTER -> LongStringHelper.asLongString(bytes.toArray());
            case BOOLEAN -> bytes.at(0) != 0;
            case INT8 -> bytes.at(0);
            case INT16 -> bytes.buffer().getShort();
            case INT32 -> bytes.buffer().getInt();
            case INT64 -> bytes.buffer().getLong();
            case UINT8 -> (short) (bytes.at(0) & 0xff);
            case UINT16 -> bytes.buffer().getShort() & 0xffff;
            case UINT32 -> bytes.buffer().getInt() & 0xffff_ffffL;
            case UINT64 -> unsigned(bytes.buffer().getLong());
            case FLOAT32 -> bytes.buffer().getFloat();
            case FLOAT64 -> bytes.buffer().getDouble();
            case DECIMAL -> decimal(bytes);
            case TIMESTAMP -> new Date(bytes.buffer().getLong());
            case NATIVE -> ours ? nested(bytes) : bytes.toArray();
            case NULL -> null;
        };
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size);
    }

    private static long unsigned(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("the number " + Long.toUnsignedString(number) + " is too large");
        }
        return number;
    }

    private static byte[] decimal(BigDecimal number) {
        byte[] unscaled = number.unscaledValue().toByteArray();
        return buffer(4 + unscaled.length).putInt(number.scale()).put(unscaled).array();
    }

    /// AMQP has a scale of one byte and 32 bits of value.
    private static BigDecimal decimal(Bytes bytes) {
        BigDecimal number = new BigDecimal(new BigInteger(bytes.slice(4, bytes.size()).toArray()),
                bytes.buffer().getInt());
        if (number.unscaledValue().bitLength() > 31 || number.scale() < 0 || number.scale() > 255) {
            throw new IllegalArgumentException("the decimal " + number + " has too many digits");
        }
        return number;
    }

    private static byte[] nested(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            ValueWriter writer = new ValueWriter(out);
            if (value instanceof Map<?, ?> table) {
                out.write(TABLE);
                writer.writeTable(sorted(table));
            } else {
                out.write(ARRAY);
                writer.writeArray(sorted((List<?>) value));
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Object nested(Bytes bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toArray()))) {
            byte kind = in.readByte();
            if (kind == ARRAY) {
                // a table of one entry is the only way in to an array
                return array(bytes);
            }
            return new ValueReader(in).readTable();
        } catch (IOException e) {
            throw new IllegalArgumentException("the table is damaged", e);
        }
    }

    private static Object array(Bytes bytes) throws IOException {
        byte[] table = new byte[bytes.size() + 2];
        table[0] = 1;
        table[1] = 'a';
        bytes.copyTo(table, 2);
        byte[] framed = buffer(4 + table.length).putInt(table.length).put(table).array();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(framed))) {
            return new ValueReader(in).readTable().getOrDefault("a", List.of());
        }
    }

    private static Map<String, Object> sorted(Map<?, ?> table) {
        Map<String, Object> sorted = new TreeMap<>();
        table.forEach((name, value) -> sorted.put(String.valueOf(name), sortedValue(value)));
        return sorted;
    }

    private static List<Object> sorted(List<?> array) {
        List<Object> sorted = new ArrayList<>();
        array.forEach(value -> sorted.add(sortedValue(value)));
        return sorted;
    }

    private static @Nullable Object sortedValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> table -> sorted(table);
            case List<?> array -> sorted(array);
            case null, default -> value;
        };
    }
}
