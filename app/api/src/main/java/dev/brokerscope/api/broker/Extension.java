package dev.brokerscope.api.broker;

/// Marks an optional ability of a session. Absence is an empty `Optional`, never an exception.
public interface Extension {}
