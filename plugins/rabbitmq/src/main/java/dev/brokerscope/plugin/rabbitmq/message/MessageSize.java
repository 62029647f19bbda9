package dev.brokerscope.plugin.rabbitmq.message;

import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;

/// How large a message is: key, value and headers, in bytes.
public final class MessageSize {

    private MessageSize() {}

    public static long of(Message message) {
        long size = Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
        for (int i = 0; i < message.headers().size(); i++) {
            Header header = message.headers().get(i);
            size += header.name().size() + header.value().map(v -> v.size()).orElse(0);
        }
        return size;
    }
}
