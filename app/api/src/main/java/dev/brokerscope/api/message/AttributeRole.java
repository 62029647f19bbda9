package dev.brokerscope.api.message;

/// What an attribute means across brokers, so that a message of one can be restored into another.
public enum AttributeRole {
    MESSAGE_ID, CORRELATION_ID, CONTENT_TYPE, CONTENT_ENCODING, REPLY_TO, PRIORITY, EXPIRES_AT, TIME_TO_LIVE, DURABLE,
    ROUTING_KEY, EXCHANGE, SUBJECT, TYPE, USER_ID, APP_ID, GROUP_ID, DELIVERY_COUNT, REDELIVERED, PRODUCER, SEQUENCE,
    EVENT_TIME, BODY_KIND, QOS, RETAINED, LEADER_EPOCH, KEY_ENCODING, OTHER
}
