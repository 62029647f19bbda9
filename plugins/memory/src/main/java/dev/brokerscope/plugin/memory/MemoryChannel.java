package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A channel as the broker keeps it. Guarded by the broker's lock; a deleted one stays deleted for who still reads it.
final class MemoryChannel {

    private final ChannelId id;
    private final String incarnation;
    private final List<MemoryPartition> partitions = new ArrayList<>();
    private final Map<String, String> settings;
    private Set<Impact> impact = Set.of();
    private boolean deleted;

    MemoryChannel(ChannelId id, String incarnation, int count, Map<String, String> settings) {
        this.id = id;
        this.incarnation = incarnation;
        this.settings = new LinkedHashMap<>(settings);
        for (int i = 0; i < count; i++) {
            partitions.add(new MemoryPartition());
        }
    }

    ChannelId id() {
        return id;
    }

    String incarnation() {
        return incarnation;
    }

    List<MemoryPartition> partitions() {
        return partitions;
    }

    Map<String, String> settings() {
        return settings;
    }

    boolean internal() {
        return id.name().startsWith("__");
    }

    Set<Impact> impact() {
        return impact;
    }

    void impact(Set<Impact> what) {
        impact = Set.copyOf(what);
    }

    boolean deleted() {
        return deleted;
    }

    void delete() {
        deleted = true;
    }

    long count() {
        return partitions.stream().mapToLong(p -> p.count(p.first(), p.end())).sum();
    }
}
