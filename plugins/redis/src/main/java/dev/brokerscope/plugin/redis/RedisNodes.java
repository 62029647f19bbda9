package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.redis.RedisConfig.SignIn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.JedisClusterCRC16;

/// Which server holds which key: one server, the master that sentinels name, or a cluster's slots. Any thread.
final class RedisNodes {

    private final RedisConfig config;
    private volatile NavigableMap<Integer, HostAndPort> bySlot = new TreeMap<>();

    RedisNodes(RedisConfig config) {
        this.config = config;
    }

    HostAndPort holding(byte[] key) throws FaultException, InterruptedException {
        if (bySlot.isEmpty()) {
            refresh();
        }
        var entry = bySlot.floorEntry(JedisClusterCRC16.getSlot(key));
        if (entry == null) {
            throw new FaultException(FaultKind.UNREACHABLE, "redis.slot", "No server of the cluster holds slot "
                    + JedisClusterCRC16.getSlot(key) + ".", "Wait until the cluster is whole again.");
        }
        return entry.getValue();
    }

    List<HostAndPort> masters() throws FaultException, InterruptedException {
        if (bySlot.isEmpty()) {
            refresh();
        }
        SequencedSet<HostAndPort> masters = new LinkedHashSet<>(bySlot.values());
        return List.copyOf(masters);
    }

    /// Asks again: a cluster moves slots, sentinels promote replicas.
    void refresh() throws FaultException, InterruptedException {
        NavigableMap<Integer, HostAndPort> found = new TreeMap<>();
        switch (config.mode()) {
            case STANDALONE -> found.put(0, config.hosts().getFirst());
            case SENTINEL -> found.put(0, askSentinels());
            case CLUSTER -> found.putAll(askCluster());
        }
        bySlot = found;
    }

    private interface Question<T> {
        T ask(RedisLine line) throws FaultException, InterruptedException;
    }

    private <T> T firstAnswer(SignIn signIn, Question<T> question) throws FaultException, InterruptedException {
        List<FaultException> failures = new ArrayList<>();
        for (HostAndPort host : config.hosts()) {
            try (RedisLine line = RedisLine.open(host, config, signIn, 0)) {
                return question.ask(line);
            } catch (FaultException e) {
                failures.add(e);
            }
        }
        throw failures.getFirst();
    }

    private HostAndPort askSentinels() throws FaultException, InterruptedException {
        String master = config.sentinelSignIn().master();
        return firstAnswer(config.sentinelSignIn(), line -> {
            List<?> address = Reply.list(line.call("master " + master, Command.SENTINEL,
                    RedisLine.words("GET-MASTER-ADDR-BY-NAME", master)));
            if (address.size() < 2) {
                throw new FaultException(FaultKind.NOT_FOUND, "redis.unknown-master", "The sentinel " + line.node()
                        + " knows no master \"" + master + "\".", "Check its name.");
            }
            return new HostAndPort(Reply.text(address.get(0)), Math.toIntExact(Reply.whole(address.get(1))));
        });
    }

    private NavigableMap<Integer, HostAndPort> askCluster() throws FaultException, InterruptedException {
        return firstAnswer(config.signIn(), line -> {
            NavigableMap<Integer, HostAndPort> slots = new TreeMap<>();
            for (Object range : Reply.list(line.call("the cluster", Command.CLUSTER, RedisLine.words("SLOTS")))) {
                List<?> parts = Reply.list(range);
                List<?> master = Reply.list(parts.get(2));
                String host = Reply.text(master.get(0));
                slots.put(Math.toIntExact(Reply.whole(parts.get(0))), new HostAndPort(
                        host.isEmpty() ? line.node().getHost() : host, Math.toIntExact(Reply.whole(master.get(1)))));
            }
            return slots;
        });
    }
}
