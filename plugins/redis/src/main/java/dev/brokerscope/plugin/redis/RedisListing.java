package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelNode.Role;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/// Finds the streams among all keys, by scanning: Redis keeps no list of them.
record RedisListing(RedisLink link) {

    private static final Set<Role> ROLES = Set.of(Role.SOURCE, Role.TARGET);
    private static final int STEP = 1_000;

    Page<ChannelNode> page(ListQuery query) throws FaultException, InterruptedException {
        String wanted = query.contains().toLowerCase(Locale.ROOT);
        TreeMap<String, byte[]> found = new TreeMap<>();
        for (HostAndPort master : link.nodes().masters()) {
            scan(master, wanted, found);
        }
        List<ChannelNode> nodes = new ArrayList<>();
        var rest = query.continueAt().isPresent() ? found.tailMap(query.continueAt().get(), false) : found;
        for (var entry : rest.entrySet()) {
            if (nodes.size() == query.limit()) {
                return new Page<>(nodes, Optional.of(nodes.getLast().label()));
            }
            ChannelId id = KeyNames.channel(entry.getValue());
            nodes.add(new ChannelNode(id, entry.getKey(), ROLES, false, false,
                    query.counts() ? count(id, entry.getValue()) : Count.UNKNOWN, Set.of()));
        }
        return new Page<>(nodes, Optional.empty());
    }

    private void scan(HostAndPort master, String wanted, TreeMap<String, byte[]> found)
            throws FaultException, InterruptedException {
        String cursor = "0";
        do {
            List<?> answer = Reply.list(link.at(master, "the keys", Command.SCAN,
                    RedisLine.words(cursor, "COUNT", STEP, "TYPE", "stream")));
            cursor = Reply.text(answer.getFirst());
            for (Object key : Reply.list(answer.get(1))) {
                String name = KeyNames.text(Reply.bytes(key));
                if (name.toLowerCase(Locale.ROOT).contains(wanted)) {
                    found.put(name, Reply.bytes(key));
                }
            }
        } while (!cursor.equals("0"));
    }

    private Count count(ChannelId id, byte[] key) throws FaultException, InterruptedException {
        try {
            return Count.exact(Reply.whole(link.ask("stream " + id, Command.XLEN, key)));
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_AUTHORISED || e.kind() == FaultKind.NOT_FOUND) {
                return Count.UNKNOWN;
            }
            throw e;
        }
    }
}
