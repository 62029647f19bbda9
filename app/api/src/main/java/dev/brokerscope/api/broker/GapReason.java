package dev.brokerscope.api.broker;

/// Why positions hold no message; one enumeration for brokers, archives and the command line.
public enum GapReason {
    /// Older than what the broker keeps.
    RETENTION,
    COMPACTED,
    /// Transaction markers or aborted messages; which of them the broker does not tell.
    TRANSACTIONAL,
    /// Compaction or transactions; which of them the broker does not tell.
    SPARSE, ABORTED, FILTERED, TRUNCATED, UNREADABLE, ERASED;

    /// Whether a run with such a gap is still complete, unless the gap arose after its cut.
    public boolean harmless() {
        return this != TRUNCATED && this != UNREADABLE;
    }

    /// As the command line and JSON write it.
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
