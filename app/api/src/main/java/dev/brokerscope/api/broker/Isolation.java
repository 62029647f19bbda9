package dev.brokerscope.api.broker;

/// Which messages of transactions are seen.
public enum Isolation {
    COMMITTED,
    /// Open and aborted transactions too.
    ALL
}
