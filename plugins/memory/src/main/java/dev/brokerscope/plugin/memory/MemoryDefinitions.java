package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDefinition.Setting;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;

/// Tells what a channel in memory was created with.
record MemoryDefinitions(MemorySession session) implements ChannelDefinitions {

    @Override
    public ChannelDefinition define(ChannelId channel) throws FaultException {
        return session.locked(() -> {
            MemoryChannel found = session.find(channel);
            return new ChannelDefinition(found.partitions().size(), Optional.of(1), found.settings().entrySet().stream()
                    .map(e -> new Setting(e.getKey(), Optional.of(e.getValue()), SettingOrigin.SET, false)).toList());
        });
    }
}
