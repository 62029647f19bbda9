package dev.brokerscope.api.broker;

/// Marks an optional ability that changes the broker: reachable through a [WritableSession] only.
public interface WriteExtension {}
