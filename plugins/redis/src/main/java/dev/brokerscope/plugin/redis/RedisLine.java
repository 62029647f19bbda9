package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.fault.FaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/// One connection to one server. One thread at a time, except `drop`.
final class RedisLine implements AutoCloseable {

    private final HostAndPort node;
    private final Connection connection;

    private RedisLine(HostAndPort node, Connection connection) {
        this.node = node;
        this.connection = connection;
    }

    static RedisLine open(HostAndPort node, RedisConfig config, RedisConfig.SignIn signIn, int database)
            throws FaultException, InterruptedException {
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2).autoNegotiateProtocol(false)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .timeoutMillis(Math.toIntExact(config.timeout().toMillis())).database(database);
        if (signIn.isNeeded()) {
            client.password(new String(signIn.password()));
            if (!signIn.user().isEmpty()) {
                client.user(signIn.user());
            }
        }
        try {
            Connection connection =
                    new Connection(new RedisSockets(node, config.tls(), config.timeout()), client.build());
            RedisLine line = new RedisLine(node, connection);
            line.tellWhoWeAre();
            return line;
        } catch (JedisException e) {
            throw fault("the server", node, e);
        }
    }

    /// So that an administrator sees us in `CLIENT LIST`; nobody is lost where it is forbidden.
    private void tellWhoWeAre() {
        try {
            connection.sendCommand(Command.CLIENT, "SETNAME", "brokerscope");
            connection.getOne();
        } catch (JedisDataException forbidden) {
            // the name is a courtesy
        }
    }

    HostAndPort node() {
        return node;
    }

    boolean broken() {
        return connection.isBroken();
    }

    /// @param what for sentences: `stream orders`
    /// @throws JedisRedirectionException where another server of the cluster holds the key
    @Nullable
    Object call(String what, Command command, byte[]... words) throws FaultException, InterruptedException {
        try {
            connection.sendCommand(command, words);
            return connection.getOne();
        } catch (JedisRedirectionException elsewhere) {
            throw elsewhere;
        } catch (JedisException e) {
            throw fault(what, node, e);
        }
    }

    /// Sends a command without waiting for its answer.
    void send(String what, Command command, byte[]... words) throws FaultException, InterruptedException {
        try {
            connection.sendCommand(command, words);
        } catch (JedisException e) {
            throw fault(what, node, e);
        }
    }

    /// The answers to what was sent; a refusal stands as an exception in its place.
    List<@Nullable Object> answers(String what, int count) throws FaultException, InterruptedException {
        try {
            List<@Nullable Object> answers = new ArrayList<>(count);
            for (Object answer : connection.getMany(count)) {
                answers.add(answer);
            }
            return answers;
        } catch (JedisException e) {
            throw fault(what, node, e);
        }
    }

    static byte[][] words(Object... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i] instanceof byte[] raw ? raw : words[i].toString().getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    private static FaultException fault(String what, HostAndPort node, JedisException failed)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return failed instanceof JedisDataException answer
                ? RedisFaults.refused(what, answer)
                : RedisFaults.unreachable(node, failed);
    }

    /// From any thread: whoever waits for an answer gets a fault.
    void drop() {
        try {
            connection.forceDisconnect();
        } catch (IOException | JedisConnectionException alreadyGone) {
            // nothing is left to drop
        }
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            connection.disconnect();
        } catch (JedisConnectionException alreadyGone) {
            // nothing is left to close
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
