package dev.brokerscope.plugin.rabbitmq.publish;

import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is kept of a message that is published by AMQP 0-9-1.
public final class PublishedParts {

    private PublishedParts() {}

    /// @param routing whether the routing key stays
    public static Map<MessagePart, Keep> keeping(Keep routing) {
        Map<MessagePart, Keep> keeps = new EnumMap<>(MessagePart.class);
        for (MessagePart part : List.of(MessagePart.KEY, MessagePart.VALUE, MessagePart.NULL_VALUE, MessagePart.HEADERS,
                MessagePart.HEADER_TYPES, MessagePart.ORDER, MessagePart.MESSAGE_ID, MessagePart.PRIORITY)) {
            keeps.put(part, Keep.EXACT);
        }
        keeps.put(MessagePart.HEADER_ORDER, Keep.LOST);
        keeps.put(MessagePart.HEADER_DUPLICATES, Keep.LOST);
        keeps.put(MessagePart.TIMESTAMP, Keep.OPTIONAL);
        keeps.put(MessagePart.POSITION, Keep.LOST);
        keeps.put(MessagePart.EXPIRY, Keep.RESTARTED);
        keeps.put(MessagePart.ROUTING, routing);
        keeps.put(MessagePart.DELIVERY_COUNT, Keep.LOST);
        return keeps;
    }
}
