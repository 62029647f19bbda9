package dev.brokerscope.api.message;

/// The value of a broker-specific attribute of a message.
public sealed interface AttributeValue {

    record Text(String value) implements AttributeValue {}

    record Whole(long value) implements AttributeValue {}

    record Real(double value) implements AttributeValue {}

    record Flag(boolean value) implements AttributeValue {}

    record Binary(Bytes value) implements AttributeValue {}
}
