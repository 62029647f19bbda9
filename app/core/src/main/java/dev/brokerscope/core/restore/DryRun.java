package dev.brokerscope.core.restore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import java.util.List;
import java.util.Optional;

/// A restore that was thought through to its end without writing anything.
///
/// @param groups where groups would be set, or why not
public record DryRun(RestorePlan plan, String target, List<Channel> channels, Preflight preflight, Fidelity fidelity,
        List<RestoreReport.Group> groups) {

    /// @param to under which name
    /// @param exists on the target already; else it would be created
    /// @param messages that would be written; an upper bound where a slice cuts blocks
    /// @param bytes keys, values and headers
    /// @param oldest and `newest`: timestamps in milliseconds since the epoch
    public record Channel(ChannelId from, ChannelId to, boolean exists, int partitions, long messages, long bytes,
            Optional<Long> oldest, Optional<Long> newest) {}

    public DryRun {
        channels = List.copyOf(channels);
        groups = List.copyOf(groups);
    }

    /// With what the target's publisher said once it was there.
    DryRun keeping(Fidelity told) {
        return new DryRun(plan, target, channels, preflight, told, groups);
    }

    public long messages() {
        return channels.stream().mapToLong(Channel::messages).sum();
    }

    public ObjectNode json() {
        return RestoreJson.dryRun(this);
    }
}
