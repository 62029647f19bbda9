package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists every channel that can be read, with its count, without the broker's own. Blocks.
public record ChannelReading(Session session) {

    public List<ChannelLine> read() throws FaultException, InterruptedException {
        List<ChannelLine> found = new ArrayList<>();
        collect(Optional.empty(), found);
        return found;
    }

    private void collect(Optional<ChannelId> parent, List<ChannelLine> found)
            throws FaultException, InterruptedException {
        ListQuery query = ListQuery.ALL;
        while (true) {
            Page<ChannelNode> page = session.list(parent, query);
            for (ChannelNode node : page.items()) {
                if (node.roles().contains(ChannelNode.Role.SOURCE)) {
                    found.add(new ChannelLine(node.id(), node.count(), node.traits()));
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
