package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.OpenRequest.Limits;

/// How many entries to ask for at once: Redis limits answers by count, memory is limited in bytes.
final class ReadAhead {

    private static final int FIRST = 16;
    private static final int MOST = 1_000;

    private final Limits limits;
    private int count;

    ReadAhead(Limits limits) {
        this.limits = limits;
        this.count = Math.min(FIRST, limits.messages());
    }

    int count() {
        return count;
    }

    /// Grows slowly and shrinks at once, so that a run of large entries surprises only once.
    void came(int entries, long bytes) {
        if (entries > 0) {
            long average = Math.max(1, bytes / entries);
            long fitting = Math.max(1, limits.bytes() / average);
            count = (int) Math.min(Math.min(count * 2L, fitting), Math.min(MOST, limits.messages()));
        }
    }
}
