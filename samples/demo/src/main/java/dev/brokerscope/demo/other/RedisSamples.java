package dev.brokerscope.demo.other;

import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.RedisWire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Streams of Redis: entries with the ids of their time, and groups that left some of them pending.
public final class RedisSamples {

    /// Named as the topics whose messages they hold.
    public static final List<String> STREAMS = List.of("orders", "invoices", "payments");

    private static final int MOST = 600;
    private static final int PENDING = 25;

    private RedisSamples() {}

    /// @return how many entries were added
    public static long fill(RedisServer server, Function<String, List<Sample>> topics) {
        long written = 0;
        try (RedisWire wire = server.wire()) {
            for (String stream : STREAMS) {
                written += fill(wire, stream, topics.apply(stream));
            }
            group(wire, "orders", "billing", "billing-1");
            group(wire, "orders", "search-index", "indexer");
        }
        return written;
    }

    private static long fill(RedisWire wire, String stream, List<Sample> samples) {
        List<Sample> newest = samples.stream().sorted(Comparator.comparingLong(Sample::time))
                .skip(Math.max(0, samples.size() - MOST)).toList();
        long before = -1;
        int sequence = 0;
        for (Sample sample : newest) {
            sequence = sample.time() == before ? sequence + 1 : 0;
            before = sample.time();
            wire.send(entry(stream, sample, sequence));
        }
        newest.forEach(_ -> wire.receive());
        return newest.size();
    }

    private static Object[] entry(String stream, Sample sample, int sequence) {
        List<Object> words = new ArrayList<>(List.of("XADD", stream, sample.time() + "-" + sequence));
        sample.key().ifPresent(key -> words.addAll(List.of("key", key)));
        sample.headers().forEach(header -> words.addAll(List.of(header.getKey(), header.getValue())));
        words.addAll(List.of("payload", sample.value().orElse(new byte[0])));
        return words.toArray();
    }

    private static void group(RedisWire wire, String stream, String group, String consumer) {
        wire.call("XGROUP", "CREATE", stream, group, "0");
        wire.call("XREADGROUP", "GROUP", group, consumer, "COUNT", PENDING, "STREAMS", stream, ">");
    }
}
