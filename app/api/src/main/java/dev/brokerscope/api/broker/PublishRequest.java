package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelId;

/// How to write; what can really be kept comes back in `Publisher.effective`.
///
/// @param inFlight messages not yet acknowledged, at most
public record PublishRequest(ChannelId target, Partitioning partitioning, boolean keepTimestamp, int inFlight) {

    /// Which partition a message goes to.
    public enum Partitioning {
        /// The one it came from.
        KEEP,
        /// As the broker's default partitioner would, by key.
        BY_KEY,
        /// All into the first.
        ONE
    }

    /// Everything as it was.
    public static PublishRequest restore(ChannelId target) {
        return new PublishRequest(target, Partitioning.KEEP, true, 10_000);
    }
}
