package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelId;
import java.util.Optional;

/// How to write; what can really be kept comes back in `Publisher.effective`.
///
/// @param inFlight messages not yet acknowledged, at most
/// @param transaction the name under which messages are written in transactions: whoever opens a publisher of the same
///        name shuts out the one before, and what that had not committed never was
public record PublishRequest(ChannelId target, Partitioning partitioning, boolean keepTimestamp, int inFlight,
        Optional<String> transaction) {

    /// Which partition a message goes to.
    public enum Partitioning {
        /// The one it came from.
        KEEP,
        /// As the broker's default partitioner would, by key.
        BY_KEY,
        /// All into the first.
        ONE
    }

    /// Without transactions.
    public PublishRequest(ChannelId target, Partitioning partitioning, boolean keepTimestamp, int inFlight) {
        this(target, partitioning, keepTimestamp, inFlight, Optional.empty());
    }

    /// Everything as it was.
    public static PublishRequest restore(ChannelId target) {
        return new PublishRequest(target, Partitioning.KEEP, true, 10_000);
    }

    public PublishRequest within(Optional<String> name) {
        return new PublishRequest(target, partitioning, keepTimestamp, inFlight, name);
    }
}
