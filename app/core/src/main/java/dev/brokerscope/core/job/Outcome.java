package dev.brokerscope.core.job;

/// How a job that came to its end turned out: worst last.
public enum Outcome {
    COMPLETE,
    /// Something could not be read or kept; the report says what.
    INCOMPLETE,
    /// A comparison found a difference.
    DIFFERENT,
    /// An archive is not what it was when it was sealed.
    DAMAGED;

    public Outcome worse(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
