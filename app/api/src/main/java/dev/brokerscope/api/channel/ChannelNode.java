package dev.brokerscope.api.channel;

import java.util.Set;

/// One line of the channel tree.
///
/// @param internal the broker's own (`__consumer_offsets`), hidden unless asked for
/// @param traits what a glance should tell, in the broker's words: `compacted`
public record ChannelNode(ChannelId id, String label, Set<Role> roles, boolean internal, boolean mayHaveChildren,
        Count count, Set<String> traits) {

    /// A folder only groups; a source can be read; a target can be published to (an exchange is a target only).
    public enum Role {
        FOLDER, SOURCE, TARGET
    }

    public ChannelNode {
        roles = Set.copyOf(roles);
        traits = Set.copyOf(traits);
    }
}
