package dev.brokerscope.api.message;

/// Who set a message's timestamp.
public enum TimestampType {
    /// The broker keeps none.
    NONE,
    /// The producer.
    CREATE,
    /// The broker, when it appended the message.
    APPEND,
    /// The broker, once per chunk of messages (RabbitMQ streams).
    CHUNK,
    /// We did, on receipt, since the broker tells none.
    RECEIVE
}
