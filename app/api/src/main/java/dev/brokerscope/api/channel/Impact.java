package dev.brokerscope.api.channel;

/// What merely reading a channel does to the broker. Anything but `TRANSIENT_CONSUMER` needs consent.
public enum Impact {
    TRANSIENT_CONSUMER, MAY_CREATE_CHANNEL, HIDES_MESSAGES, MARKS_REDELIVERED, COUNTS_DELIVERIES, MAY_DROP_MESSAGES,
    REORDERS, CONSUMES, JOINS_GROUP;

    public boolean needsConsent() {
        return this != TRANSIENT_CONSUMER;
    }
}
