package dev.brokerscope.archive;

/// Whether a run holds what the broker held, a part of it, or something made of it.
public enum RunFidelity {
    VERBATIM, FILTERED, MASKED
}
