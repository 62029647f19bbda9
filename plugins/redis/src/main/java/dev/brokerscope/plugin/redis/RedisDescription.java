package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol.Command;

/// Everything Redis tells of one stream; what the user may not see is marked.
record RedisDescription(RedisLink link) {

    ChannelDetails of(ChannelId channel) throws FaultException, InterruptedException {
        StreamInfo info = StreamInfo.of(link, channel);
        Count count = Count.exact(info.length());
        PartitionInfo partition = new PartitionInfo(0, info.first(), Optional.of(info.end()), count, List.of());
        return new ChannelDetails(channel, "", List.of(partition), count,
                RedisProfile.of(info.last().equals(StreamId.ZERO)), EntryForm.ATTRIBUTES,
                List.of(state(channel, info), groups(channel)));
    }

    private Section state(ChannelId channel, StreamInfo info) throws FaultException, InterruptedException {
        List<Item> items = new ArrayList<>();
        items.add(Item.of("length", "Entries", new Fact.Counted(Count.exact(info.length()))));
        items.add(Item.of("last-generated-id", "Last id", new Fact.Text(StreamId.text(info.last()))));
        items.add(Item.of("entries-added", "Entries ever added", info.added().isPresent()
                ? new Fact.Whole(info.added().getAsLong(), "") : new Fact.Absent("Servers before 7.0 do not tell.")));
        items.add(Item.of("max-deleted-entry-id", "Greatest deleted id", info.deleted()
                .<Fact>map(id -> id.equals(StreamId.ZERO) ? new Fact.Text("none") : new Fact.Text(StreamId.text(id)))
                .orElse(new Fact.Absent("Servers before 7.0 do not tell."))));
        items.add(Item.of("memory", "Memory", memory(channel)));
        items.add(Item.of("radix-tree-nodes", "Nodes", new Fact.Whole(info.nodes(), "")));
        items.add(Item.of("ttl", "Expires", expiry(channel)));
        return Section.of("state", "State", items);
    }

    private Fact memory(ChannelId channel) throws FaultException, InterruptedException {
        try {
            return new Fact.ByteSize(Reply.whole(link.ask("stream " + channel, Command.MEMORY, "USAGE",
                    KeyNames.key(channel))));
        } catch (FaultException e) {
            return hidden(e);
        }
    }

    private Fact expiry(ChannelId channel) throws FaultException, InterruptedException {
        try {
            long millis = Reply.whole(link.ask("stream " + channel, Command.PTTL, KeyNames.key(channel)));
            return millis < 0 ? new Fact.Text("never") : new Fact.Span(millis);
        } catch (FaultException e) {
            return hidden(e);
        }
    }

    private Section groups(ChannelId channel) throws FaultException, InterruptedException {
        List<Section> sections = new ArrayList<>();
        try {
            for (GroupState group : new RedisGroups(link).groups(channel)) {
                var progress = group.progress().getFirst();
                sections.add(Section.of("group." + group.name(), group.name(), List.of(
                        Item.of("state", "State", new Fact.Text(group.state())),
                        Item.of("lag", "Lag", new Fact.Counted(group.lag())),
                        Item.of("next", "Delivers next", new Fact.Text(
                                "what is behind " + StreamId.text(StreamId.idBefore(progress.next())))),
                        Item.of("pending", "Pending", new Fact.Whole(
                                PendingEntries.read(progress.pending()).entries().size(), "")))));
            }
        } catch (FaultException e) {
            return Section.of("groups", "Groups", List.of(Item.of("groups", "Groups", hidden(e))));
        }
        return new Section("groups", "Groups", List.of(), sections);
    }

    private static Fact hidden(FaultException e) throws FaultException {
        if (e.kind() == FaultKind.NOT_AUTHORISED) {
            return new Fact.Absent(e.fault().message());
        }
        throw e;
    }
}
