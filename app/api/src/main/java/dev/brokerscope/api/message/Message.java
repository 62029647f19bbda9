package dev.brokerscope.api.message;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One message as the broker holds it. It owns its arrays and hands out views without copying: one object per message
/// keeps the broker's speed. Immutable; any thread.
public final class Message {

    private static final @Nullable AttributeValue[] NO_ATTRIBUTES = {};

    private final int partition;
    private final long hi;
    private final long lo;
    private final long timestamp;
    private final int nanos;
    private final TimestampType timestampType;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;
    private final @Nullable AttributeValue[] attributes;

    private Message(Builder b) {
        partition = b.partition;
        hi = b.hi;
        lo = b.lo;
        timestamp = b.timestamp;
        nanos = b.nanos;
        timestampType = b.timestampType;
        key = b.key;
        value = b.value;
        headers = b.headers;
        attributes = b.attributes;
    }

    public static Builder at(int partition, long hi, long lo) {
        return new Builder(partition, hi, lo);
    }

    public static Builder at(Position position) {
        return new Builder(position.partition(), position.hi(), position.lo());
    }

    /// The same message at another place.
    public Builder movedTo(int partition, long hi, long lo) {
        Builder b = new Builder(partition, hi, lo);
        b.timestamp = timestamp;
        b.nanos = nanos;
        b.timestampType = timestampType;
        b.key = key;
        b.value = value;
        b.headers = headers;
        b.attributes = attributes;
        return b;
    }

    public int partition() {
        return partition;
    }

    public long positionHi() {
        return hi;
    }

    public long positionLo() {
        return lo;
    }

    public Position position() {
        return new Position(partition, hi, lo);
    }

    /// Milliseconds since the epoch as the broker holds them: any long, negative and absurd ones included.
    public long timestamp() {
        return timestamp;
    }

    /// Nanoseconds within the millisecond, 0 where the broker has none.
    public int timestampNanos() {
        return nanos;
    }

    public TimestampType timestampType() {
        return timestampType;
    }

    public Optional<Bytes> key() {
        return key == null ? Optional.empty() : Optional.of(Bytes.wrap(key));
    }

    /// Empty for a tombstone: a value that is present and empty has zero bytes.
    public Optional<Bytes> value() {
        return value == null ? Optional.empty() : Optional.of(Bytes.wrap(value));
    }

    /// -1 where there is no key.
    public int keySize() {
        return key == null ? -1 : key.length;
    }

    /// -1 where there is no value.
    public int valueSize() {
        return value == null ? -1 : value.length;
    }

    /// Copies the key (nothing where there is none): the way for hot loops, without an object per call.
    public void copyKey(byte[] target, int at) {
        if (key != null) {
            System.arraycopy(key, 0, target, at, key.length);
        }
    }

    public void copyValue(byte[] target, int at) {
        if (value != null) {
            System.arraycopy(value, 0, target, at, value.length);
        }
    }

    /// The key's own array, null where there is none: for clients that copy it at once. Must not be changed.
    public byte @Nullable [] sharedKey() {
        return key;
    }

    /// The value's own array, as with the key.
    public byte @Nullable [] sharedValue() {
        return value;
    }

    public Headers headers() {
        return headers;
    }

    /// Attributes held; the channel's [AttributeSchema] may have more.
    public int attributeCount() {
        return attributes.length;
    }

    /// By index of the channel's [AttributeSchema].
    public Optional<AttributeValue> attribute(int index) {
        return index < attributes.length ? Optional.ofNullable(attributes[index]) : Optional.empty();
    }

    @Override
    public String toString() {
        return "message " + partition + "@" + (hi == 0 ? "" : hi + "-") + lo + ", key " + keySize() + " bytes, value "
                + valueSize() + " bytes, " + headers.size() + " headers";
    }

    /// Arrays given to it belong to the message from then on and must not be changed.
    public static final class Builder {
        private final int partition;
        private final long hi;
        private final long lo;
        private long timestamp;
        private int nanos;
        private TimestampType timestampType = TimestampType.NONE;
        private byte @Nullable [] key;
        private byte @Nullable [] value;
        private Headers headers = Headers.NONE;
        private @Nullable AttributeValue[] attributes = NO_ATTRIBUTES;

        private Builder(int partition, long hi, long lo) {
            this.partition = partition;
            this.hi = hi;
            this.lo = lo;
        }

        public Builder timestamp(long millis, TimestampType type) {
            timestamp = millis;
            timestampType = type;
            return this;
        }

        public Builder nanos(int withinMillisecond) {
            nanos = withinMillisecond;
            return this;
        }

        /// Null: no key.
        public Builder key(byte @Nullable [] bytes) {
            key = bytes;
            return this;
        }

        public Builder key(Optional<Bytes> bytes) {
            key = bytes.map(Bytes::toArray).orElse(null);
            return this;
        }

        /// Null: no value, a tombstone.
        public Builder value(byte @Nullable [] bytes) {
            value = bytes;
            return this;
        }

        public Builder value(Optional<Bytes> bytes) {
            value = bytes.map(Bytes::toArray).orElse(null);
            return this;
        }

        public Builder headers(Headers given) {
            headers = given;
            return this;
        }

        /// By index of the channel's [AttributeSchema]; trailing absent ones may be left out.
        public Builder attributes(List<Optional<AttributeValue>> values) {
            attributes = values.stream().map(v -> v.orElse(null)).toArray(AttributeValue[]::new);
            return this;
        }

        /// The same as an array, null for none: for hot loops. It belongs to the message from then on.
        public Builder attributes(@Nullable AttributeValue[] values) {
            attributes = values;
            return this;
        }

        /// The one attribute at index 0, without a list: for brokers that have just one.
        public Builder attribute(AttributeValue first) {
            attributes = new AttributeValue[]{first};
            return this;
        }

        public Message build() {
            return new Message(this);
        }
    }
}
