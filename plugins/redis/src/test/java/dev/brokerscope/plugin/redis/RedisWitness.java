package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.RedisWire;
import dev.brokerscope.testkit.Witness;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/// Sends commands by hand, and reads with plain Jedis where speed is compared.
record RedisWitness(RedisServer server) implements Witness {

    private static final byte[] VALUE = "payload".getBytes(StandardCharsets.UTF_8);
    private static final String AT_ONCE = "1000";

    @Override
    public long available(ChannelId channel) {
        try (RedisWire wire = server.wire()) {
            return wire.whole("XLEN", channel.name());
        }
    }

    /// Who merely reads a range is on no list of Redis.
    @Override
    public Presence presence(ChannelId channel) {
        try (RedisWire wire = server.wire()) {
            Set<String> groups = new HashSet<>();
            for (Object group : wire.list("XINFO", "GROUPS", channel.name())) {
                groups.add(new String((byte[]) ((List<?>) group).get(1), StandardCharsets.UTF_8));
            }
            return new Presence(0, groups);
        }
    }

    @Override
    public List<Sighting> take(ChannelId channel) {
        try (RedisWire wire = server.wire()) {
            return wire.list("XRANGE", channel.name(), "-", "+").stream()
                    .map(entry -> Sighting.of(value((List<?>) ((List<?>) entry).get(1)))).toList();
        }
    }

    private static Optional<Bytes> value(List<?> fields) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (Arrays.equals(VALUE, (byte[]) fields.get(i))) {
                return Optional.of(Bytes.wrap((byte[]) fields.get(i + 1)));
            }
        }
        return Optional.empty();
    }

    @Override
    public OptionalLong read(ChannelId channel) {
        long count = 0;
        try (Jedis jedis = new Jedis("127.0.0.1", server.port(), 60_000)) {
            List<?> entries = range(jedis, channel, "-");
            while (!entries.isEmpty()) {
                count += entries.size();
                byte[] last = (byte[]) ((List<?>) entries.getLast()).getFirst();
                entries = range(jedis, channel, "(" + new String(last, StandardCharsets.UTF_8));
            }
        }
        return OptionalLong.of(count);
    }

    private static List<?> range(Jedis jedis, ChannelId channel, String from) {
        return (List<?>) jedis.sendCommand(Command.XRANGE, channel.name(), from, "+", "COUNT", AT_ONCE);
    }
}
