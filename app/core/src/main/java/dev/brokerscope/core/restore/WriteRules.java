package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.core.pace.RateLimit;
import java.util.Optional;

/// How messages are written.
///
/// @param map which partition becomes which, instead of `partitioning`
/// @param transactional whether they are written in transactions: what was not committed is never seen, and an earlier
///        attempt that still runs somewhere is shut out
/// @param limit how fast
public record WriteRules(Partitioning partitioning, Optional<PartitionMap> map, boolean transactional,
        RateLimit limit) {

    public static final WriteRules STANDARD =
            new WriteRules(Partitioning.KEEP, Optional.empty(), false, RateLimit.NONE);

    public WriteRules partitioned(Partitioning other) {
        return new WriteRules(other, Optional.empty(), transactional, limit);
    }

    public WriteRules mapped(PartitionMap other) {
        return new WriteRules(Partitioning.KEEP, Optional.of(other), transactional, limit);
    }

    public WriteRules transactional(boolean other) {
        return new WriteRules(partitioning, map, other, limit);
    }

    public WriteRules limited(RateLimit other) {
        return new WriteRules(partitioning, map, transactional, other);
    }

    /// Whether every message stays in the partition that it came from.
    boolean keepPartitions() {
        return partitioning == Partitioning.KEEP && map.isEmpty();
    }
}
