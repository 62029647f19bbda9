package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/// The way from a session to the servers: keeps connections that are not in use, finds the server of a key again when
/// it moved. Any thread.
final class RedisLink implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final RedisConfig config;
    private final RedisNodes nodes;
    private final Map<HostAndPort, Queue<RedisLine>> idle = new ConcurrentHashMap<>();
    private final Set<RedisLine> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    RedisLink(RedisConfig config) {
        this.config = config;
        this.nodes = new RedisNodes(config);
    }

    RedisConfig config() {
        return config;
    }

    RedisNodes nodes() {
        return nodes;
    }

    boolean isClosed() {
        return closed;
    }

    void demandOpen() throws FaultException {
        if (closed) {
            throw RedisFaults.closed();
        }
    }

    /// Asks the server that holds the key, which is the command's first word.
    @Nullable
    Object ask(String what, Command command, byte[] key, Object... words) throws FaultException, InterruptedException {
        byte[][] all = prefixed(key, RedisLine.words(words));
        return routed(what, key, command, all);
    }

    /// Of commands with a subcommand before the key: `XINFO STREAM key`.
    @Nullable
    Object ask(String what, Command command, String sub, byte[] key, Object... words)
            throws FaultException, InterruptedException {
        byte[][] all = prefixed(RedisLine.words(sub)[0], prefixed(key, RedisLine.words(words)));
        return routed(what, key, command, all);
    }

    private @Nullable Object routed(String what, byte[] key, Command command, byte[][] words)
            throws FaultException, InterruptedException {
        FaultException last = RedisFaults.closed();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return at(nodes.holding(key), what, command, words);
            } catch (JedisRedirectionException moved) {
                last = RedisFaults.moving(what, moved);
                nodes.refresh();
            } catch (FaultException e) {
                // a connection that lay idle may have died; the next one is fresh, and sentinels may know another master
                if (e.kind() != FaultKind.UNREACHABLE || closed || attempt > 0) {
                    throw e;
                }
                last = e;
                nodes.refresh();
            }
        }
        throw last;
    }

    /// Asks that server.
    @Nullable
    Object at(HostAndPort node, String what, Command command, byte[]... words)
            throws FaultException, InterruptedException {
        RedisLine line = lease(node);
        boolean whole = false;
        try {
            Object answer = line.call(what, command, words);
            whole = true;
            return answer;
        } catch (FaultException e) {
            whole = !line.broken();
            if (!whole) {
                forget(node); // what lay idle beside it died with it
            }
            throw closed ? RedisFaults.closed() : e;
        } finally {
            if (whole && !closed) {
                idle.computeIfAbsent(node, _ -> new ConcurrentLinkedQueue<>()).add(line);
            } else {
                end(line);
            }
        }
    }

    /// A connection of one's own to the server that holds the key; given back with `end`.
    RedisLine own(byte[] key) throws FaultException, InterruptedException {
        return fresh(nodes.holding(key));
    }

    void end(RedisLine line) {
        open.remove(line);
        line.close();
    }

    private void forget(HostAndPort node) {
        Queue<RedisLine> lines = idle.remove(node);
        if (lines != null) {
            lines.forEach(this::end);
        }
    }

    private RedisLine lease(HostAndPort node) throws FaultException, InterruptedException {
        demandOpen();
        Queue<RedisLine> free = idle.get(node);
        RedisLine line = free == null ? null : free.poll();
        return line == null ? fresh(node) : line;
    }

    private RedisLine fresh(HostAndPort node) throws FaultException, InterruptedException {
        demandOpen();
        RedisLine line = RedisLine.open(node, config, config.signIn(), config.database());
        open.add(line);
        if (closed) {
            end(line);
            throw RedisFaults.closed();
        }
        return line;
    }

    private static byte[][] prefixed(byte[] first, byte[][] rest) {
        byte[][] all = new byte[rest.length + 1][];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(RedisLine::drop);
        open.clear();
        idle.clear();
        config.wipe();
    }
}
