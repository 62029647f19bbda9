package dev.brokerscope.core.job;

/// Where a job stands.
public enum JobState {
    RUNNING, PAUSED,
    /// Ended with a report, which says how well.
    DONE, FAILED,
    /// A person ended it; what it left behind is valid.
    CANCELLED,
    /// Its process ended before it did.
    INTERRUPTED;

    public boolean ended() {
        return switch (this) {
            case RUNNING, PAUSED -> false;
            case DONE, FAILED, CANCELLED, INTERRUPTED -> true;
        };
    }
}
