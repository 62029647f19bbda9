package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.SettingOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// With which definition a missing channel is created: the source's own settings, the plan's replication, the fixes.
record TargetDefinition(RestorePlan plan, ChannelDefinition source) {

    ChannelDefinition plain() {
        return with(List.of());
    }

    /// The settings of those findings that the plan wants mended.
    ChannelDefinition with(List<Finding> findings) {
        Map<String, ChannelDefinition.Setting> settings = new LinkedHashMap<>();
        source.settings().forEach(s -> settings.put(s.name(), s));
        for (Finding finding : findings) {
            if (plan.fixes().contains(finding.code())) {
                finding.setting().ifPresent(s -> settings.put(s.name(),
                        new ChannelDefinition.Setting(s.name(), Optional.of(s.value()), SettingOrigin.SET, false)));
            }
        }
        int partitions = Math.max(source.partitions(),
                plan.writing().map().map(PartitionMap::partitions).orElse(0));
        return new ChannelDefinition(partitions, plan.replication().or(source::replication),
                new ArrayList<>(settings.values()));
    }
}
