package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeSchema.Attribute;
import dev.brokerscope.api.message.AttributeType;
import java.util.List;

/// What a message of a stream has besides value and headers: all of AMQP 1.0's properties, header and annotations.
public final class StreamAttributes {

    static final int MESSAGE_ID = 0;
    static final int MESSAGE_ID_TYPE = 1;
    static final int USER_ID = 2;
    static final int TO = 3;
    static final int SUBJECT = 4;
    static final int REPLY_TO = 5;
    static final int CORRELATION_ID = 6;
    static final int CORRELATION_ID_TYPE = 7;
    static final int CONTENT_TYPE = 8;
    static final int CONTENT_ENCODING = 9;
    static final int EXPIRES_AT = 10;
    static final int CREATED_AT = 11;
    static final int GROUP_ID = 12;
    static final int GROUP_SEQUENCE = 13;
    static final int REPLY_TO_GROUP_ID = 14;
    static final int DURABLE = 15;
    static final int PRIORITY = 16;
    static final int TIME_TO_LIVE = 17;
    static final int FIRST_ACQUIRER = 18;
    static final int DELIVERY_COUNT = 19;
    static final int EXCHANGE = 20;
    static final int ROUTING_KEY = 21;
    static final int TYPE = 22;
    static final int APP_ID = 23;
    static final int MESSAGE_ANNOTATIONS = 24;
    static final int DELIVERY_ANNOTATIONS = 25;
    static final int FOOTER = 26;
    static final int BODY = 27;
    static final int BODY_PARTS = 28;

    public static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            text("message-id", "Message id", AttributeRole.MESSAGE_ID),
            text("message-id-type", "Type of the message id", AttributeRole.OTHER),
            new Attribute("user-id", "User id", AttributeType.BINARY, AttributeRole.USER_ID, true),
            text("to", "To", AttributeRole.OTHER),
            text("subject", "Subject", AttributeRole.SUBJECT),
            text("reply-to", "Reply to", AttributeRole.REPLY_TO),
            text("correlation-id", "Correlation id", AttributeRole.CORRELATION_ID),
            text("correlation-id-type", "Type of the correlation id", AttributeRole.OTHER),
            text("content-type", "Content type", AttributeRole.CONTENT_TYPE),
            text("content-encoding", "Content encoding", AttributeRole.CONTENT_ENCODING),
            whole("absolute-expiry-time", "Expires at, ms", AttributeRole.EXPIRES_AT),
            whole("creation-time", "Created at, ms", AttributeRole.EVENT_TIME),
            text("group-id", "Group id", AttributeRole.GROUP_ID),
            whole("group-sequence", "Sequence in the group", AttributeRole.SEQUENCE),
            text("reply-to-group-id", "Reply to group id", AttributeRole.OTHER),
            flag("durable", "Durable", AttributeRole.DURABLE),
            whole("priority", "Priority", AttributeRole.PRIORITY),
            whole("ttl", "Time to live, ms", AttributeRole.TIME_TO_LIVE),
            flag("first-acquirer", "First acquirer", AttributeRole.OTHER),
            whole("delivery-count", "Deliveries before", AttributeRole.DELIVERY_COUNT),
            text("exchange", "Exchange", AttributeRole.EXCHANGE),
            text("routing-key", "Routing key", AttributeRole.ROUTING_KEY),
            text("type", "Type", AttributeRole.TYPE),
            text("app-id", "Application", AttributeRole.APP_ID),
            binary("message-annotations", "Message annotations, as AMQP 1.0"),
            binary("delivery-annotations", "Delivery annotations, as AMQP 1.0"),
            binary("footer", "Footer, as AMQP 1.0"),
            text("body", "Form of the body", AttributeRole.BODY_KIND),
            text("body-parts", "Sizes of the body's parts", AttributeRole.OTHER)));

    private StreamAttributes() {}

    private static Attribute text(String key, String label, AttributeRole role) {
        return new Attribute(key, label, AttributeType.TEXT, role, true);
    }

    private static Attribute whole(String key, String label, AttributeRole role) {
        return new Attribute(key, label, AttributeType.WHOLE, role, true);
    }

    private static Attribute flag(String key, String label, AttributeRole role) {
        return new Attribute(key, label, AttributeType.FLAG, role, true);
    }

    private static Attribute binary(String key, String label) {
        return new Attribute(key, label, AttributeType.BINARY, AttributeRole.OTHER, true);
    }
}
