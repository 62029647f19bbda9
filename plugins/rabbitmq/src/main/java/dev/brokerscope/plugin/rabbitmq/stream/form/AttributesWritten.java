package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeSchema.Attribute;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds the attributes of messages that come from one schema: by key where it is this plugin's, else by role.
final class AttributesWritten {

    private final int[] indexes;
    private final boolean ours;

    AttributesWritten(AttributeSchema source) {
        List<Attribute> wanted = StreamAttributes.SCHEMA.attributes();
        this.ours = keys(source).equals(keys(StreamAttributes.SCHEMA));
        this.indexes = new int[wanted.size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = ours ? i : index(source, wanted.get(i));
        }
    }

    /// The form of a body is a word of ours.
    private static int index(AttributeSchema source, Attribute wanted) {
        return switch (wanted.role()) {
            case OTHER, BODY_KIND, SEQUENCE -> -1;
            case AttributeRole role -> source.index(role).orElse(-1);
        };
    }

    private static List<String> keys(AttributeSchema schema) {
        return schema.attributes().stream().map(Attribute::key).toList();
    }

    /// Whether the messages come from a stream.
    boolean ours() {
        return ours;
    }

    private Optional<AttributeValue> value(Message message, int attribute) {
        return indexes[attribute] < 0 ? Optional.empty() : message.attribute(indexes[attribute]);
    }

    Optional<String> text(Message message, int attribute) {
        return value(message, attribute).map(value -> switch (value) {
            case AttributeValue.Text(String text) -> text;
            case AttributeValue.Whole(long number) -> Long.toString(number);
            case AttributeValue.Real(double number) -> Double.toString(number);
            case AttributeValue.Flag(boolean flag) -> Boolean.toString(flag);
            case AttributeValue.Binary(Bytes bytes) -> bytes.isUtf8() ? bytes.utf8() : bytes.toHex();
        });
    }

    /// Absent too where it is no number, or a negative one.
    OptionalLong whole(Message message, int attribute) {
        Optional<String> text = text(message, attribute).filter(t -> t.matches("\\d{1,18}"));
        return text.map(t -> OptionalLong.of(Long.parseLong(t))).orElse(OptionalLong.empty());
    }

    /// A time may lie before 1970.
    OptionalLong time(Message message, int attribute) {
        Optional<String> text = text(message, attribute).filter(t -> t.matches("-?\\d{1,18}"));
        return text.map(t -> OptionalLong.of(Long.parseLong(t))).orElse(OptionalLong.empty());
    }

    Optional<Boolean> flag(Message message, int attribute) {
        return text(message, attribute).filter(t -> t.equals("true") || t.equals("false")).map(Boolean::valueOf);
    }

    Optional<Bytes> binary(Message message, int attribute) {
        return value(message, attribute).map(value -> switch (value) {
            case AttributeValue.Binary(Bytes bytes) -> bytes;
            case AttributeValue.Text(String text) -> Bytes.utf8(text);
            case AttributeValue.Whole _,AttributeValue.Real _,AttributeValue.Flag _ -> Bytes.EMPTY;
        });
    }

    /// The fields of a list, of which some may be missing.
    static final class Fields {
        private final AmqpOut inside = new AmqpOut(128);
        private int count;
        private boolean any;

        AmqpOut out() {
            return inside;
        }

        /// @param present whether something was written since the last call; else a null is
        void next(boolean present) {
            if (!present) {
                inside.nothing();
            }
            count++;
            any |= present;
        }

        /// Nothing where all of them are missing.
        void writeTo(AmqpOut out, int descriptor) {
            if (any) {
                out.section(descriptor).compound(0xc0, count, inside);
            }
        }
    }
}
