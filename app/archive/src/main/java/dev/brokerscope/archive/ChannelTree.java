package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelNode.Role;
import dev.brokerscope.api.channel.Count;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The channels of an archive in the folders that their names state.
final class ChannelTree {

    private final Catalog catalog;

    ChannelTree(Catalog catalog) {
        this.catalog = catalog;
    }

    /// What stands directly below a folder, by name.
    List<ChannelNode> children(Optional<ChannelId> parent) {
        List<String> folder = parent.map(ChannelId::path).orElse(List.of());
        Map<ChannelId, ChannelNode> nodes = new LinkedHashMap<>();
        for (Catalog.Entry entry : catalog.all()) {
            List<String> path = entry.id().path();
            boolean below = path.size() > folder.size() && path.subList(0, folder.size()).equals(folder);
            if (below && path.size() == folder.size() + 1) {
                nodes.put(entry.id(), node(entry));
            } else if (below) {
                ChannelId id = new ChannelId(entry.id().kind(), path.subList(0, folder.size() + 1));
                nodes.putIfAbsent(id, new ChannelNode(id, id.name(), Set.of(Role.FOLDER), false, true, Count.UNKNOWN,
                        Set.of()));
            }
        }
        return List.copyOf(nodes.values());
    }

    private static ChannelNode node(Catalog.Entry entry) {
        return new ChannelNode(entry.id(), entry.id().name(), Set.of(Role.SOURCE), false, false, entry.count(),
                Set.of());
    }
}
