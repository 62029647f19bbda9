package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.RedisWire;
import dev.brokerscope.redis.testkit.SharedRedis;
import dev.brokerscope.testkit.SessionContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;

/// The reading half of the contract on entries as other programs write them: fields in any order, doubled, binary, one
/// or many of them, with and without a payload, and some deleted.
@ExtendWith(SharedRedis.class)
final class NativeStreamTest extends SessionContract {

    private static final byte[] NAME = {'b', 'i', 'n', (byte) 0xff, ' ', '\\', '*'};

    private final RedisServer server;
    private Optional<Filled> filled = Optional.empty();

    NativeStreamTest(RedisServer server) {
        this.server = server;
    }

    @Override
    public Session connect() throws Exception {
        return new Connecting(server).session();
    }

    @Override
    public Filled filled() {
        if (filled.isEmpty()) {
            filled = Optional.of(fill());
        }
        return filled.orElseThrow();
    }

    private Filled fill() {
        Random random = new Random(20_261_122);
        List<Message> held = new ArrayList<>();
        try (RedisWire wire = server.wire()) {
            for (int i = 0; i < 120; i++) {
                long millis = 1_700_000_000_000L + i / 3 * 1_000L;
                long sequence = i % 3;
                byte[] binary = new byte[40];
                random.nextBytes(binary);
                Message.Builder message = Message.at(0, millis, sequence).timestamp(millis, TimestampType.CREATE);
                String id = millis + "-" + sequence;
                switch (i % 4) {
                    case 0 -> {
                        wire.call("XADD", NAME, id, "trace", binary, "payload", "{\"i\":" + i + "}", "dup", "1", "key",
                                "k" + i, "dup", "");
                        held.add(message.value(Optional.of(Bytes.utf8("{\"i\":" + i + "}")))
                                .key(Optional.of(Bytes.utf8("k" + i)))
                                .headers(Headers.of(header("trace", binary), Header.of("dup", "1"),
                                        Header.of("dup", "")))
                                .attributes(places("payload", 1, Optional.of(3))).build());
                    }
                    case 1 -> {
                        wire.call("XADD", NAME, id, "temperature", binary);
                        held.add(message.value(binary).attributes(places("temperature", 0, Optional.empty())).build());
                    }
                    case 2 -> {
                        wire.call("XADD", NAME, id, "a", "1", "b", "2");
                        held.add(message.headers(Headers.of(Header.of("a", "1"), Header.of("b", "2"))).build());
                    }
                    default -> {
                        wire.call("XADD", NAME, id, binary, "x", "data", "", "data", "again");
                        held.add(message.value(Optional.of(Bytes.EMPTY))
                                .headers(Headers.of(
                                        new Header(Bytes.wrap(binary), HeaderType.BYTES, Optional.of(Bytes.utf8("x"))),
                                        Header.of("data", "again")))
                                .attributes(places("data", 1, Optional.empty())).build());
                    }
                }
            }
            for (int gone : new int[]{90, 41, 0}) {
                wire.call("XDEL", NAME, held.get(gone).positionHi() + "-" + held.get(gone).positionLo());
                held.remove(gone);
            }
        }
        return new Filled(KeyNames.channel(NAME), held);
    }

    private static Header header(String name, byte[] value) {
        return Header.of(name, Bytes.wrap(value));
    }

    private static List<Optional<AttributeValue>> places(String field, long value, Optional<Integer> key) {
        return List.of(Optional.of(new AttributeValue.Text(field)), Optional.of(new AttributeValue.Whole(value)),
                key.map(AttributeValue.Whole::new));
    }

    static ChannelId channel() {
        return KeyNames.channel(NAME);
    }
}
