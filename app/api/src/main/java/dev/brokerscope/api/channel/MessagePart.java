package dev.brokerscope.api.channel;

/// The parts of a message that a restore may or may not keep.
public enum MessagePart {
    KEY, VALUE, NULL_VALUE, HEADERS, HEADER_ORDER, HEADER_DUPLICATES, HEADER_TYPES, TIMESTAMP, POSITION, PARTITION,
    ORDER,
    MESSAGE_ID, PRIORITY, EXPIRY, ROUTING, DELIVERY_COUNT, PRODUCER_STATE
}
