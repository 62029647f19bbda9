package dev.brokerscope.api.message;

/// Which case of [AttributeValue] an attribute holds.
public enum AttributeType {
    TEXT, WHOLE, REAL, FLAG, BINARY
}
