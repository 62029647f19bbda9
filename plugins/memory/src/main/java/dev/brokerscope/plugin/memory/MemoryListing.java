package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Instead;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What people see of channels. The broker's lock must be held.
final class MemoryListing {

    private MemoryListing() {}

    static Page<ChannelNode> page(Stream<MemoryChannel> channels, ListQuery query) {
        String wanted = query.contains().toLowerCase(Locale.ROOT);
        List<ChannelNode> found = new ArrayList<>(channels
                .filter(c -> query.internal() || !c.internal())
                .filter(c -> c.id().name().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(c -> query.continueAt().map(last -> c.id().name().compareTo(last) > 0).orElse(true))
                .limit(query.limit() + 1L)
                .map(c -> node(c, query.counts()))
                .toList());
        if (found.size() <= query.limit()) {
            return new Page<>(found, Optional.empty());
        }
        found.removeLast();
        return new Page<>(found, Optional.of(found.getLast().id().name()));
    }

    static ChannelDetails details(MemoryChannel channel, MemoryGroups groups) {
        List<PartitionInfo> partitions = new ArrayList<>();
        for (MemoryPartition partition : channel.partitions()) {
            int number = partitions.size();
            boolean log = channel.sort() == MemorySort.LOG;
            partitions.add(new PartitionInfo(number,
                    Optional.of(Position.of(number, partition.first())).filter(_ -> log),
                    Optional.of(Position.of(number, partition.end())).filter(_ -> log),
                    channel.sort() == MemorySort.TAP ? Count.UNKNOWN
                            : Count.exact(partition.count(partition.first(), partition.end())),
                    List.of()));
        }
        List<Item> config = channel.settings().entrySet().stream()
                .map(e -> new Item(e.getKey(), e.getKey(), new Fact.Text(e.getValue()), SettingOrigin.SET, false))
                .toList();
        List<Section> sections = new ArrayList<>(List.of(Section.of("config", "Configuration", config),
                groups(groups.of(channel))));
        channel.tap().ifPresent(tap -> sections.add(Instead.section("Instead of reading it", List.of(new Instead(tap,
                "Shows what is sent from now on, and leaves the queue alone.")))));
        return new ChannelDetails(channel.id(), channel.incarnation(), partitions, count(channel),
                MemoryProfile.of(channel), MemoryBroker.ATTRIBUTES, sections);
    }

    private static Count count(MemoryChannel channel) {
        return channel.sort() == MemorySort.TAP ? Count.UNKNOWN : Count.exact(channel.count());
    }

    private static ChannelNode node(MemoryChannel channel, boolean counts) {
        Set<String> traits =
                "compact".equals(channel.settings().get("cleanup.policy")) ? Set.of("compacted") : Set.of();
        Set<ChannelNode.Role> roles = channel.sort() == MemorySort.TAP ? Set.of(ChannelNode.Role.SOURCE)
                : Set.of(ChannelNode.Role.SOURCE, ChannelNode.Role.TARGET);
        return new ChannelNode(channel.id(), channel.id().name(), roles, channel.internal(), false,
                counts ? count(channel) : Count.UNKNOWN, traits);
    }

    private static Section groups(List<GroupState> states) {
        return Section.of("groups", "Groups", states.stream()
                .map(s -> Item.of(s.name(), s.name(), new Fact.Counted(s.lag()))).toList());
    }
}
