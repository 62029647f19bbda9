package dev.brokerscope.core.diff;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import java.util.List;
import java.util.Optional;

/// One channel against another.
///
/// @param ordered whether partitions were compared in order; else contents were compared without it
public record ChannelDiff(ChannelId a, ChannelId b, boolean ordered, Side sideA, Side sideB,
        List<Difference> differences) {

    /// What stands on one side.
    ///
    /// @param holes positions without a message
    /// @param bytes keys, values, headers
    /// @param hash over the contents of all partitions
    public record Side(int partitions, long messages, long tombstones, long bytes, long holes, Bytes hash) {}

    public ChannelDiff {
        differences = List.copyOf(differences);
    }

    public boolean equal() {
        return differences.isEmpty() && sideA.messages() == sideB.messages() && sideA.hash().equals(sideB.hash());
    }

    /// The first of each partition that differs.
    public Optional<Difference> first() {
        return differences.stream().findFirst();
    }
}
