package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeType;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// How an entry is a message: one field is the value, one may be the key, the others are headers. Which field held the
/// value, and where, are attributes, so that a restored entry has its fields in their places.
///
/// @param valueFields names that mean the value, the first found counts; of an entry with one field that field does
/// @param keyField the name that means the key; empty for none
record EntryForm(List<Bytes> valueFields, Bytes keyField) {

    static final AttributeSchema ATTRIBUTES = new AttributeSchema(List.of(
            new AttributeSchema.Attribute("value.field", "Value field", AttributeType.TEXT, AttributeRole.OTHER, true),
            new AttributeSchema.Attribute("value.index", "Place of the value", AttributeType.WHOLE, AttributeRole.OTHER,
                    true),
            new AttributeSchema.Attribute("key.index", "Place of the key", AttributeType.WHOLE, AttributeRole.OTHER,
                    true)));

    private static final Bytes DEFAULT_KEY = Bytes.utf8("key");

    /// @param fields names and values in turn
    Message read(Position position, List<byte[]> fields) {
        Optional<EntryMark> marked =
                fields.size() >= 2 ? EntryMark.read(fields.get(0), fields.get(1)) : Optional.empty();
        List<byte[]> own = marked.isPresent() ? fields.subList(2, fields.size()) : fields;
        EntryMark mark = marked.orElse(EntryMark.NONE);
        int value = mark.value().filter(v -> v < own.size() / 2).orElseGet(() -> guessValue(own));
        int key = mark.key().filter(k -> k < own.size() / 2).orElseGet(() -> guessKey(own, value));
        List<Header> headers = new ArrayList<>(own.size() / 2);
        for (int i = 0; i < own.size() / 2; i++) {
            if (i != value && i != key) {
                headers.add(new Header(Bytes.wrap(own.get(2 * i)), HeaderType.BYTES, mark.nulls().contains(i)
                        ? Optional.empty() : Optional.of(Bytes.wrap(own.get(2 * i + 1)))));
            }
        }
        EntryMark.Time time = mark.time().orElse(new EntryMark.Time(position.hi(), 0, TimestampType.CREATE));
        return Message.at(position).timestamp(time.millis(), time.type()).nanos(time.nanos())
                .key(key < 0 ? Optional.empty() : Optional.of(Bytes.wrap(own.get(2 * key + 1))))
                .value(value < 0 ? Optional.empty() : Optional.of(Bytes.wrap(own.get(2 * value + 1))))
                .headers(headers.isEmpty() ? Headers.NONE : Headers.of(headers))
                .attributes(attributes(own, value, key)).build();
    }

    private static List<Optional<AttributeValue>> attributes(List<byte[]> fields, int value, int key) {
        return List.of(
                value < 0 ? Optional.empty()
                        : Optional.of(new AttributeValue.Text(Bytes.wrap(fields.get(2 * value)).utf8())),
                value < 0 ? Optional.empty() : Optional.of(new AttributeValue.Whole(value)),
                key < 0 ? Optional.empty() : Optional.of(new AttributeValue.Whole(key)));
    }

    private int guessValue(List<byte[]> fields) {
        for (Bytes wanted : valueFields) {
            for (int i = 0; i < fields.size() / 2; i++) {
                if (is(fields.get(2 * i), wanted)) {
                    return i;
                }
            }
        }
        boolean single = fields.size() == 2 && Bytes.wrap(fields.get(0)).isUtf8() && !is(fields.get(0), keyField);
        return single ? 0 : -1;
    }

    private int guessKey(List<byte[]> fields, int value) {
        for (int i = 0; i < fields.size() / 2 && !keyField.isEmpty(); i++) {
            if (i != value && is(fields.get(2 * i), keyField)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean is(byte[] field, Bytes name) {
        return Arrays.equals(field, 0, field.length, name.toArray(), 0, name.size());
    }

    /// @param source the attributes of the message's origin
    /// @param time when the entry's id will say that it was made
    /// @return names and values in turn
    List<byte[]> write(Message message, AttributeSchema source, long time, boolean keepTimestamp) {
        Places places = Places.of(message, source);
        List<byte[]> fields = new ArrayList<>();
        TreeSet<Integer> nulls = new TreeSet<>();
        int header = 0;
        int count = message.headers().size() + (message.valueSize() < 0 ? 0 : 1) + (message.keySize() < 0 ? 0 : 1);
        int value = message.valueSize() < 0 ? -1 : Math.min(places.value(), count - 1);
        int key = message.keySize() < 0 ? -1 : keyPlace(places.key(), value, count);
        for (int i = 0; i < count; i++) {
            if (i == value) {
                fields.add(places.field().orElse(valueFields.getFirst()).toArray());
                fields.add(message.value().orElseThrow().toArray());
            } else if (i == key) {
                fields.add((keyField.isEmpty() ? DEFAULT_KEY : keyField).toArray());
                fields.add(message.key().orElseThrow().toArray());
            } else {
                Header next = message.headers().get(header++);
                fields.add(next.name().toArray());
                fields.add(next.value().orElse(Bytes.EMPTY).toArray());
                if (next.value().isEmpty()) {
                    nulls.add(i);
                }
            }
        }
        EntryMark mark =
                mark(message, fields, value, key, nulls, keepTimestamp ? time(message, time) : Optional.empty());
        if (!mark.isNone() || fields.isEmpty() || EntryMark.read(fields.get(0), fields.get(1)).isPresent()) {
            fields.addFirst(mark.isNone() ? new EntryMark(Optional.of(value), Optional.of(key), nulls,
                    Optional.empty()).text() : mark.text());
            fields.addFirst(EntryMark.FIELD);
        }
        return fields;
    }

    private static int keyPlace(int wanted, int value, int count) {
        int place = Math.min(wanted, count - 1);
        return place != value ? place : place + 1 < count ? place + 1 : place - 1;
    }

    private EntryMark mark(Message message, List<byte[]> fields, int value, int key, TreeSet<Integer> nulls,
            Optional<EntryMark.Time> time) {
        int guessed = guessValue(fields);
        boolean valueTold = guessed == value;
        boolean keyTold = guessKey(fields, value) == key;
        return new EntryMark(valueTold ? Optional.empty() : Optional.of(value),
                keyTold ? Optional.empty() : Optional.of(key), nulls, time);
    }

    private static Optional<EntryMark.Time> time(Message message, long told) {
        boolean same = message.timestampType() == TimestampType.NONE
                || message.timestampType() == TimestampType.CREATE && message.timestamp() == told
                        && message.timestampNanos() == 0;
        return same ? Optional.empty()
                : Optional.of(new EntryMark.Time(message.timestamp(), message.timestampNanos(),
                        message.timestampType()));
    }

    /// Where value and key stood among the fields of their entry; foreign messages have the value first, then the key.
    private record Places(Optional<Bytes> field, int value, int key) {

        static Places of(Message message, AttributeSchema source) {
            if (!source.equals(ATTRIBUTES)) {
                return new Places(Optional.empty(), 0, 1);
            }
            return new Places(
                    message.attribute(0).filter(AttributeValue.Text.class::isInstance)
                            .map(t -> Bytes.utf8(((AttributeValue.Text) t).value())),
                    whole(message, 1, 0), whole(message, 2, 1));
        }

        private static int whole(Message message, int index, int otherwise) {
            return message.attribute(index) instanceof Optional<AttributeValue> found
                    && found.isPresent() && found.get() instanceof AttributeValue.Whole(long place)
                            ? Math.toIntExact(place) : otherwise;
        }
    }
}
