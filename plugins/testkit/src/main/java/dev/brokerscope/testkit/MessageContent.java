package dev.brokerscope.testkit;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.util.List;
import java.util.Optional;

/// A message without its place, so that two can be compared and a failed test can print them.
public record MessageContent(long timestamp, int nanos, TimestampType timestampType, Optional<Bytes> key,
        Optional<Bytes> value, List<Header> headers) {

    public MessageContent {
        headers = List.copyOf(headers);
    }

    public static MessageContent of(Message message) {
        return new MessageContent(message.timestamp(), message.timestampNanos(), message.timestampType(), message.key(),
                message.value(), message.headers().list());
    }
}
