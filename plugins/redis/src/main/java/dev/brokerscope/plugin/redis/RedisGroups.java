package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.redis.PendingEntries.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol.Command;

/// The consumer groups of a stream, with what they handed out.
record RedisGroups(RedisLink link) implements GroupStates {

    private static final int STEP = 1_000;
    /// Before the number of entries that a group has read, in what the archive keeps of it.
    static final String ENTRIES_READ = "entries-read=";

    @Override
    public List<GroupState> groups(ChannelId channel) throws FaultException, InterruptedException {
        StreamInfo.of(link, channel);
        List<GroupState> groups = new ArrayList<>();
        byte[] key = KeyNames.key(channel);
        String what = "stream " + channel;
        for (Object told : Reply.list(link.ask(what, Command.XINFO, "GROUPS", key))) {
            List<?> pairs = Reply.list(told);
            byte[] name = Reply.bytes(Reply.named(pairs, "name").orElse(""));
            long consumers = Reply.named(pairs, "consumers").map(Reply::whole).orElse(0L);
            Position next = StreamId.behind(Reply.bytes(Reply.named(pairs, "last-delivered-id").orElse("0-0")));
            PendingEntries pending = new PendingEntries(consumers(what, key, name), pending(what, key, name));
            String metadata = Reply.named(pairs, "entries-read").map(n -> ENTRIES_READ + Reply.text(n)).orElse("");
            groups.add(new GroupState(KeyNames.text(name), channel.text(), "stream group",
                    consumers == 0 ? "no consumers" : consumers + (consumers == 1 ? " consumer" : " consumers"),
                    Reply.named(pairs, "lag").map(n -> Count.exact(Reply.whole(n))).orElse(Count.UNKNOWN),
                    List.of(new Progress(0, next, metadata, Optional.empty(),
                            pending.isEmpty() ? Optional.empty() : Optional.of(pending.write())))));
        }
        return groups;
    }

    private List<byte[]> consumers(String what, byte[] key, byte[] group) throws FaultException, InterruptedException {
        List<byte[]> consumers = new ArrayList<>();
        for (Object told : Reply.list(link.ask(what, Command.XINFO, "CONSUMERS", key, group))) {
            consumers.add(Reply.bytes(Reply.named(Reply.list(told), "name").orElse("")));
        }
        return consumers;
    }

    private List<Pending> pending(String what, byte[] key, byte[] group) throws FaultException, InterruptedException {
        List<Pending> pending = new ArrayList<>();
        byte[] from = "-".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        List<?> step;
        do {
            step = Reply.list(link.ask(what, Command.XPENDING, key, group, from, "+", STEP));
            long now = System.currentTimeMillis();
            for (Object told : step) {
                List<?> entry = Reply.list(told);
                byte[] id = Reply.bytes(entry.get(0));
                pending.add(new Pending(StreamId.text(id), Reply.whole(entry.get(3)), now - Reply.whole(entry.get(2)),
                        Reply.bytes(entry.get(1))));
                from = StreamId.position(id).map(p -> StreamId.id(p.next())).orElse(id);
            }
        } while (step.size() == STEP);
        return pending;
    }
}
