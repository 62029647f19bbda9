package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.GroupStates.Progress;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Consumer groups and how far each has come. Guarded by the broker's lock.
public final class MemoryGroups {

    private record Committed(long next, String metadata) {}

    private final MemoryBroker broker;
    private final NavigableMap<String, Map<ChannelId, NavigableMap<Integer, Committed>>> groups = new TreeMap<>();
    private final Set<String> active = new HashSet<>();

    MemoryGroups(MemoryBroker broker) {
        this.broker = broker;
    }

    /// Sets the next position a group will read.
    public void commit(String group, String channel, Position next, String metadata) throws FaultException {
        broker.locked(() -> {
            set(group, MemoryBroker.id(channel), next, metadata);
            return true;
        });
    }

    /// A group with active members refuses to be set.
    public void active(String group, boolean whether) throws FaultException {
        broker.locked(() -> whether ? active.add(group) : active.remove(group));
    }

    List<GroupState> of(MemoryChannel channel) {
        List<GroupState> states = new ArrayList<>();
        groups.forEach((name, positions) -> Optional.ofNullable(positions.get(channel.id()))
                .ifPresent(p -> states.add(state(name, channel, p))));
        return states;
    }

    private GroupState state(String name, MemoryChannel channel, NavigableMap<Integer, Committed> committed) {
        List<Progress> progress = new ArrayList<>();
        long lag = 0;
        for (Map.Entry<Integer, Committed> entry : committed.entrySet()) {
            Committed at = entry.getValue();
            MemoryPartition partition = channel.partitions().get(entry.getKey());
            lag += partition.count(at.next, partition.end());
            progress.add(new Progress(entry.getKey(), Position.of(entry.getKey(), at.next), at.metadata,
                    Optional.empty(), Optional.empty()));
        }
        return new GroupState(name, "", "memory", active.contains(name) ? "Stable" : "Empty", Count.exact(lag),
                progress);
    }

    void restore(MemoryChannel channel, GroupState state) throws FaultException {
        if (active.contains(state.name())) {
            throw MemoryFaults.active(state.name());
        }
        for (Progress progress : state.progress()) {
            MemoryBroker.partition(channel, progress.partition());
            set(state.name(), channel.id(), progress.next(), progress.metadata());
        }
    }

    private void set(String group, ChannelId channel, Position next, String metadata) {
        groups.computeIfAbsent(group, _ -> new TreeMap<>(java.util.Comparator.comparing(ChannelId::text)))
                .computeIfAbsent(channel, _ -> new TreeMap<>())
                .put(next.partition(), new Committed(next.lo(), metadata));
    }
}
