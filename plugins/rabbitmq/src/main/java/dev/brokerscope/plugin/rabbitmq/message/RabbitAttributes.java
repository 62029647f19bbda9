package dev.brokerscope.plugin.rabbitmq.message;

import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeSchema.Attribute;
import dev.brokerscope.api.message.AttributeType;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Message;
import java.util.List;
import java.util.Optional;

/// The properties of a message, and what the server says of its delivery.
public final class RabbitAttributes {

    static final int EXCHANGE = 0;
    static final int ROUTING_KEY = 1;
    static final int REDELIVERED = 2;
    static final int DELIVERY_COUNT = 3;
    static final int CONTENT_TYPE = 4;
    static final int CONTENT_ENCODING = 5;
    static final int PERSISTENT = 6;
    static final int PRIORITY = 7;
    static final int CORRELATION_ID = 8;
    static final int REPLY_TO = 9;
    static final int EXPIRATION = 10;
    static final int MESSAGE_ID = 11;
    static final int TYPE = 12;
    static final int USER_ID = 13;
    static final int APP_ID = 14;
    static final int CLUSTER_ID = 15;
    static final int DEATH = 16;

    public static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            new Attribute("exchange", "Exchange", AttributeType.TEXT, AttributeRole.EXCHANGE, false),
            new Attribute("routing-key", "Routing key", AttributeType.TEXT, AttributeRole.ROUTING_KEY, true),
            new Attribute("redelivered", "Redelivered", AttributeType.FLAG, AttributeRole.REDELIVERED, false),
            new Attribute("delivery-count", "Deliveries before", AttributeType.WHOLE, AttributeRole.DELIVERY_COUNT,
                    false),
            new Attribute("content-type", "Content type", AttributeType.TEXT, AttributeRole.CONTENT_TYPE, true),
            new Attribute("content-encoding", "Content encoding", AttributeType.TEXT, AttributeRole.CONTENT_ENCODING,
                    true),
            new Attribute("persistent", "Persistent", AttributeType.FLAG, AttributeRole.DURABLE, true),
            new Attribute("priority", "Priority", AttributeType.WHOLE, AttributeRole.PRIORITY, true),
            new Attribute("correlation-id", "Correlation id", AttributeType.TEXT, AttributeRole.CORRELATION_ID, true),
            new Attribute("reply-to", "Reply to", AttributeType.TEXT, AttributeRole.REPLY_TO, true),
            new Attribute("expiration", "Time to live, ms", AttributeType.TEXT, AttributeRole.TIME_TO_LIVE, true),
            new Attribute("message-id", "Message id", AttributeType.TEXT, AttributeRole.MESSAGE_ID, true),
            new Attribute("type", "Type", AttributeType.TEXT, AttributeRole.TYPE, true),
            new Attribute("user-id", "User id", AttributeType.TEXT, AttributeRole.USER_ID, false),
            new Attribute("app-id", "Application", AttributeType.TEXT, AttributeRole.APP_ID, true),
            new Attribute("cluster-id", "Cluster id", AttributeType.TEXT, AttributeRole.OTHER, true),
            new Attribute("dead-letter", "Dead letter", AttributeType.TEXT, AttributeRole.OTHER, false)));

    private RabbitAttributes() {}

    /// What a message of any broker has of a role.
    public static Optional<AttributeValue> find(Message message, AttributeSchema source, AttributeRole role) {
        var index = source.index(role);
        return index.isPresent() ? message.attribute(index.getAsInt()) : Optional.empty();
    }

    /// As text, whatever type the source gave it.
    public static Optional<String> text(Message message, AttributeSchema source, AttributeRole role) {
        return find(message, source, role).map(value -> switch (value) {
            case AttributeValue.Text(String text) -> text;
            case AttributeValue.Whole(long number) -> Long.toString(number);
            case AttributeValue.Real(double number) -> Double.toString(number);
            case AttributeValue.Flag(boolean flag) -> Boolean.toString(flag);
            case AttributeValue.Binary(dev.brokerscope.api.message.Bytes bytes) ->
                    bytes.isUtf8() ? bytes.utf8() : bytes.toHex();
        });
    }
}
