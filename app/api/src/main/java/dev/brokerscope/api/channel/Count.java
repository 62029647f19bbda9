package dev.brokerscope.api.channel;

/// A number together with its honesty. `value` is meaningless (0) where the quality is `UNKNOWN`.
public record Count(long value, Quality quality) {

    /// How far a count can be trusted.
    public enum Quality {
        EXACT,
        /// Kafka's end minus begin: compaction and transactions leave holes.
        UPPER_BOUND, LOWER_BOUND,
        /// Sampled by the broker some time ago.
        STALE, ESTIMATE, UNKNOWN
    }

    public static final Count UNKNOWN = new Count(0, Quality.UNKNOWN);

    public static Count exact(long value) {
        return new Count(value, Quality.EXACT);
    }

    public static Count atMost(long value) {
        return new Count(value, value == 0 ? Quality.EXACT : Quality.UPPER_BOUND);
    }

    /// The sum, only as honest as its weaker part.
    public Count plus(Count other) {
        return new Count(value + other.value, quality.compareTo(other.quality) >= 0 ? quality : other.quality);
    }
}
