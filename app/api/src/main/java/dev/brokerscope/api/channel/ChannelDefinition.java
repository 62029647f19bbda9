package dev.brokerscope.api.channel;

import java.util.List;
import java.util.Optional;

/// What is needed to create an equal channel elsewhere.
public record ChannelDefinition(int partitions, Optional<Integer> replication, List<Setting> settings) {

    /// @param value absent where it is sensitive or unknown
    public record Setting(String name, Optional<String> value, SettingOrigin origin, boolean sensitive) {}

    public ChannelDefinition {
        settings = List.copyOf(settings);
    }
}
