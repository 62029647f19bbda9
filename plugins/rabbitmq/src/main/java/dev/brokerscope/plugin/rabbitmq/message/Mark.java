package dev.brokerscope.plugin.rabbitmq.message;

import com.rabbitmq.client.LongString;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What AMQP has no place for, in one header, a table: a key, a value that is none, a time finer than seconds. Only
/// messages that need it get one, and it is hidden when they are read again.
///
/// @param time absent where the property `timestamp` says it all
record Mark(Optional<Bytes> key, boolean noValue, Optional<Time> time) {

    static final String HEADER = "_brokerscope";
    static final Mark NONE = new Mark(Optional.empty(), false, Optional.empty());

    private static final String KEY = "key";
    private static final String NO_VALUE = "no-value";
    private static final String MILLIS = "time";
    private static final String NANOS = "time.nanos";
    private static final String TYPE = "time.type";
    private static final long SECOND = 1_000;

    record Time(long millis, int nanos, TimestampType type) {}

    static Mark of(Message message, boolean keepTimestamp) {
        boolean exact = !keepTimestamp || message.timestampType() == TimestampType.NONE
                || message.timestampType() == TimestampType.CREATE && message.timestampNanos() == 0
                        && message.timestamp() >= 0 && message.timestamp() % SECOND == 0;
        return new Mark(message.key(), message.valueSize() < 0, exact ? Optional.empty()
                : Optional.of(new Time(message.timestamp(), message.timestampNanos(), message.timestampType())));
    }

    /// Absent where the header was not written by us.
    static Optional<Mark> read(Object header) {
        if (!(header instanceof Map<?, ?> table)) {
            return Optional.empty();
        }
        Optional<Bytes> key = table.get(KEY) instanceof byte[] bytes ? Optional.of(Bytes.wrap(bytes))
                : Optional.empty();
        Optional<Time> time = Optional.empty();
        if (table.get(MILLIS) instanceof Long millis && table.get(NANOS) instanceof Integer nanos
                && table.get(TYPE) instanceof LongString type) {
            time = type(type.toString()).map(t -> new Time(millis, nanos, t));
        }
        return Optional.of(new Mark(key, Boolean.TRUE.equals(table.get(NO_VALUE)), time));
    }

    private static Optional<TimestampType> type(String name) {
        for (TimestampType type : TimestampType.values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    boolean isNone() {
        return equals(NONE);
    }

    Map<String, Object> table() {
        Map<String, Object> table = new HashMap<>();
        key.ifPresent(k -> table.put(KEY, k.toArray()));
        if (noValue) {
            table.put(NO_VALUE, true);
        }
        time.ifPresent(t -> {
            table.put(MILLIS, t.millis);
            table.put(NANOS, t.nanos);
            table.put(TYPE, t.type.name());
        });
        return table;
    }
}
