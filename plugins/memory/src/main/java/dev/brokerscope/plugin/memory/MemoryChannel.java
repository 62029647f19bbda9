package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A channel as the broker keeps it. Guarded by the broker's lock; a deleted one stays deleted for who still reads it.
final class MemoryChannel {

    private final ChannelId id;
    private final String incarnation;
    private final MemorySort sort;
    private final List<MemoryPartition> partitions;
    private final Map<String, String> settings;
    private Set<Impact> impact = Set.of();
    private Optional<ChannelId> tap = Optional.empty();
    private int readers;
    private boolean deleted;

    private MemoryChannel(ChannelId id, String incarnation, MemorySort sort, List<MemoryPartition> partitions,
            Map<String, String> settings) {
        this.id = id;
        this.incarnation = incarnation;
        this.sort = sort;
        this.partitions = partitions;
        this.settings = new LinkedHashMap<>(settings);
    }

    static MemoryChannel log(ChannelId id, String incarnation, int count, Map<String, String> settings) {
        List<MemoryPartition> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partitions.add(new MemoryPartition());
        }
        return new MemoryChannel(id, incarnation, MemorySort.LOG, partitions, settings);
    }

    static MemoryChannel queue(ChannelId id, String incarnation) {
        MemoryChannel queue =
                new MemoryChannel(id, incarnation, MemorySort.QUEUE, List.of(new MemoryPartition()), Map.of());
        queue.impact(Set.of(Impact.HIDES_MESSAGES, Impact.MARKS_REDELIVERED));
        return queue;
    }

    /// A tap on this queue.
    MemoryChannel tapped(ChannelId as, String incarnationOfTap) {
        tap = Optional.of(as);
        return new MemoryChannel(as, incarnationOfTap, MemorySort.TAP, partitions, Map.of());
    }

    ChannelId id() {
        return id;
    }

    MemorySort sort() {
        return sort;
    }

    /// What shows the messages of a queue without touching it.
    Optional<ChannelId> tap() {
        return tap;
    }

    /// Cursors that are open over it.
    int readers() {
        return readers;
    }

    void readers(int change) {
        readers += change;
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
