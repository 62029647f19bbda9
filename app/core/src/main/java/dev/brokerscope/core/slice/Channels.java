package dev.brokerscope.core.slice;

import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks the whole tree of channels.
public final class Channels {

    private final Session session;

    public Channels(Session session) {
        this.session = session;
    }

    /// All that can be read, without the broker's own.
    public List<ChannelId> sources() throws FaultException, InterruptedException {
        List<ChannelId> found = new ArrayList<>();
        collect(Optional.empty(), found);
        return found;
    }

    private void collect(Optional<ChannelId> parent, List<ChannelId> found)
            throws FaultException, InterruptedException {
        ListQuery query = new ListQuery("", false, false, 10_000, Optional.empty());
        while (true) {
            Page<ChannelNode> page = session.list(parent, query);
            for (ChannelNode node : page.items()) {
                if (node.roles().contains(ChannelNode.Role.SOURCE)) {
                    found.add(node.id());
                }
                if (node.mayHaveChildren()) {
                    collect(Optional.of(node.id()), found);
                }
            }
            if (page.next().isEmpty()) {
                return;
            }
            query = query.continuedAt(page.next().get());
        }
    }
}
