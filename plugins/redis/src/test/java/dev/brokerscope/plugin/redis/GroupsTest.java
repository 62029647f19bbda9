package dev.brokerscope.plugin.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.GroupRestore;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.RedisWire;
import dev.brokerscope.redis.testkit.SharedRedis;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRedis.class)
final class GroupsTest {

    private final RedisServer server;

    GroupsTest(RedisServer server) {
        this.server = server;
    }

    @Test
    void copiesAStreamWithGroupsAndPendingEntriesSoThatAPlainClientSeesNoDifference() throws Exception {
        try (RedisWire wire = server.wire(); WritableSession session = new Connecting(server).writing()) {
            fill(wire);
            ChannelId source = ChannelId.of("stream", "groups");
            ChannelId copy = ChannelId.of("stream", "groups-copy");
            wire.call("XGROUP", "CREATE", "groups-copy", "g", "0", "MKSTREAM");
            wire.call("XGROUP", "DESTROY", "groups-copy", "g");
            List<Message> messages = Readout.of(session, OpenRequest.everything(source)).messages();
            Publishing.allOf(session, PublishRequest.restore(copy), messages, EntryForm.ATTRIBUTES);
            for (GroupState group : session.extension(GroupStates.class).orElseThrow().groups(source)) {
                assertEquals(List.of(),
                        session.writeExtension(GroupRestore.class).orElseThrow().restore(copy, group));
            }
            assertEquals(dump(wire, "groups"), dump(wire, "groups-copy"));
        }
    }

    private static void fill(RedisWire wire) {
        for (int i = 0; i < 2_500; i++) {
            wire.call("XADD", "groups", 1_000 + i + "-" + i % 2, "f", i, "f", "again");
        }
        wire.call("XGROUP", "CREATE", "groups", "slow", "0");
        wire.call("XGROUP", "CREATE", "groups", "new", "$");
        wire.call("XREADGROUP", "GROUP", "slow", "ann", "COUNT", 1_200, "STREAMS", "groups", ">");
        wire.call("XREADGROUP", "GROUP", "slow", "bob", "COUNT", 3, "STREAMS", "groups", ">");
        wire.call("XCLAIM", "groups", "slow", "bob", 0, "1003-1");
        wire.call("XACK", "groups", "slow", "1000-0", "1007-1");
        wire.call("XGROUP", "CREATECONSUMER", "groups", "new", "idle");
    }

    /// Entries, groups, consumers, and every pending entry with its deliveries; not how long it has been waiting.
    private static List<Object> dump(RedisWire wire, String key) {
        List<Object> dump = new ArrayList<>();
        dump.add(text(wire.list("XRANGE", key, "-", "+")));
        for (Object group : wire.list("XINFO", "GROUPS", key)) {
            dump.add(text(group));
        }
        for (Object entry : wire.list("XPENDING", key, "slow", "-", "+", 10_000)) {
            List<?> fields = (List<?>) entry;
            dump.add(text(List.of(fields.get(0), fields.get(1), fields.get(3))));
        }
        return dump;
    }

    private static Object text(Object reply) {
        return switch (reply) {
            case byte[] bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            case List<?> list -> list.stream().map(v -> v == null ? "nothing" : text(v)).toList();
            case null -> "nothing";
            default -> reply;
        };
    }
}
