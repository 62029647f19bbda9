package dev.brokerscope.core.diff;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.util.Optional;

/// What counts of the time of a message.
public enum TimeRule {
    /// The time and who set it.
    TIME_AND_KIND,
    /// The time: a restore keeps it, not always who set it.
    TIME,
    /// The time, except for messages of A with one before 1970: their fellow in B may have any.
    TIME_SINCE_1970;

    /// A message as it is held against others.
    ///
    /// @param fellow in A, where messages are compared in pairs
    Message comparable(Message message, Optional<Message> fellow) {
        return switch (this) {
            case TIME_AND_KIND -> message;
            case TIME -> created(message);
            case TIME_SINCE_1970 -> fellow.filter(a -> a.timestamp() < 0).map(a -> at(message, a))
                    .orElseGet(() -> created(message));
        };
    }

    private static Message created(Message message) {
        TimestampType type = message.timestampType();
        return type == TimestampType.CREATE || type == TimestampType.NONE
                ? message
                : message.movedTo(message.partition(), message.positionHi(), message.positionLo())
                        .timestamp(message.timestamp(), TimestampType.CREATE).build();
    }

    private static Message at(Message message, Message fellow) {
        return message.movedTo(message.partition(), message.positionHi(), message.positionLo())
                .timestamp(fellow.timestamp(), fellow.timestampType()).nanos(fellow.timestampNanos()).build();
    }
}
