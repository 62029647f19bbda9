package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Creates channels in memory.
record MemoryCreation(MemorySession session) implements ChannelCreation {

    static final Set<String> KNOWN = Set.of("retention.ms", "cleanup.policy", "max.message.bytes");

    @Override
    public List<String> create(ChannelId channel, ChannelDefinition definition) throws FaultException {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> lost = new ArrayList<>();
        for (ChannelDefinition.Setting setting : definition.settings()) {
            if (setting.origin() == SettingOrigin.SET) {
                if (KNOWN.contains(setting.name()) && setting.value().isPresent()) {
                    settings.put(setting.name(), setting.value().get());
                } else {
                    lost.add("Setting " + setting.name() + " is not known here and was left out.");
                }
            }
        }
        session.locked(() -> channel.kind().equals(MemoryPlugin.QUEUE.id())
                ? session.broker().createQueue(channel.name())
                : session.broker().create(channel.name(), definition.partitions(), settings));
        return lost;
    }

    @Override
    public void delete(ChannelId channel) throws FaultException {
        session.locked(() -> {
            session.broker().delete(channel.name());
            return true;
        });
    }
}
