package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeSchema.Attribute;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages as the bytes that are hashed, see *Canonical message* in docs/archive-format.md. Immutable; any thread.
public final class CanonicalForm {

    /// An attribute with its place in the messages and its key as bytes.
    record Slot(int index, Attribute attribute, byte[] key) {}

    private final List<Slot> restorable;
    private final List<Slot> other;

    public CanonicalForm(AttributeSchema schema) {
        restorable = slots(schema, true);
        other = slots(schema, false);
    }

    private static List<Slot> slots(AttributeSchema schema, boolean restorable) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            Attribute attribute = schema.attributes().get(i);
            if (attribute.restorable() == restorable) {
                slots.add(new Slot(i, attribute, attribute.key().getBytes(StandardCharsets.UTF_8)));
            }
        }
        slots.sort(Comparator.comparing(slot -> Bytes.wrap(slot.key())));
        return List.copyOf(slots);
    }

    List<Slot> restorable() {
        return restorable;
    }

    List<Slot> other() {
        return other;
    }

    /// All parts, in their order.
    public void message(Message message, ByteSink out) {
        key(message, out);
        value(message, out);
        headers(message, out);
        timestamp(message, out);
        attributes(message, out);
    }

    /// So many bytes the canonical form has at least.
    static long least(Message message) {
        return (long) Math.max(0, message.keySize()) + Math.max(0, message.valueSize());
    }

    public void key(Message message, ByteSink out) {
        int size = message.keySize();
        out.i32(size);
        if (size > 0) {
            int at = out.claim(size);
            message.copyKey(out.array(), at);
        }
    }

    public void value(Message message, ByteSink out) {
        int size = message.valueSize();
        out.i32(size);
        if (size > 0) {
            int at = out.claim(size);
            message.copyValue(out.array(), at);
        }
    }

    public void headers(Message message, ByteSink out) {
        Headers headers = message.headers();
        int count = headers.size();
        out.i32(count);
        for (int i = 0; i < count; i++) {
            Header header = headers.get(i);
            out.i32(header.name().size()).bytes(header.name()).u8(Codes.of(header.type()));
            Optional<Bytes> value = header.value();
            if (value.isPresent()) {
                out.i32(value.get().size()).bytes(value.get());
            } else {
                out.i32(-1);
            }
        }
    }

    public void timestamp(Message message, ByteSink out) {
        out.i64(message.timestamp()).i32(message.timestampNanos()).u8(Codes.of(message.timestampType()));
    }

    /// Those a restore can keep.
    public void attributes(Message message, ByteSink out) {
        attributes(slot -> message.attribute(restorable.get(slot).index()).orElse(null), restorable, out);
    }

    void attributes(BlockMeta meta, int message, ByteSink out) {
        attributes(slot -> meta.attribute(restorable.get(slot).index(), message), restorable, out);
    }

    /// Those a restore cannot keep.
    ///
    /// @param values in the order of `other`
    void otherAttributes(@Nullable AttributeValue[] values, ByteSink out) {
        attributes(slot -> values[slot], other, out);
    }

    /// The attributes of one message, by the number of their slot.
    private interface Values {
        @Nullable
        AttributeValue at(int slot);
    }

    private static void attributes(Values values, List<Slot> slots, ByteSink out) {
        int at = out.size();
        out.i32(0);
        int count = 0;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            AttributeValue value = values.at(i);
            if (value != null) {
                count++;
                out.sized(slot.key()).u8(Codes.of(slot.attribute().type()));
                write(slot.attribute(), value, out);
            }
        }
        if (count > 0) {
            out.array()[at] = (byte) (count >>> 24);
            out.array()[at + 1] = (byte) (count >>> 16);
            out.array()[at + 2] = (byte) (count >>> 8);
            out.array()[at + 3] = (byte) count;
        }
    }

    private static void write(Attribute attribute, AttributeValue value, ByteSink out) {
        boolean fits = switch (value) {
            case AttributeValue.Text _ -> attribute.type() == dev.brokerscope.api.message.AttributeType.TEXT;
            case AttributeValue.Whole _ -> attribute.type() == dev.brokerscope.api.message.AttributeType.WHOLE;
            case AttributeValue.Real _ -> attribute.type() == dev.brokerscope.api.message.AttributeType.REAL;
            case AttributeValue.Flag _ -> attribute.type() == dev.brokerscope.api.message.AttributeType.FLAG;
            case AttributeValue.Binary _ -> attribute.type() == dev.brokerscope.api.message.AttributeType.BINARY;
        };
        if (!fits) {
            throw new IllegalArgumentException("attribute " + attribute.key() + " is declared as " + attribute.type()
                    + ", but a message has " + value);
        }
        switch (value) {
            case AttributeValue.Text(String text) -> out.sized(text.getBytes(StandardCharsets.UTF_8));
            case AttributeValue.Whole(long whole) -> out.i64(whole);
            case AttributeValue.Real(double real) -> out.i64(Double.doubleToRawLongBits(real));
            case AttributeValue.Flag(boolean flag) -> out.u8(flag ? 1 : 0);
            case AttributeValue.Binary(Bytes bytes) -> out.i32(bytes.size()).bytes(bytes);
        }
    }
}
