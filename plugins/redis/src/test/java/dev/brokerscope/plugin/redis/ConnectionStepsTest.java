package dev.brokerscope.plugin.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.RedisWire;
import dev.brokerscope.redis.testkit.SharedRedis;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import dev.brokerscope.testkit.TestHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Ways to connect, and ways to fail at it.
@ExtendWith(SharedRedis.class)
final class ConnectionStepsTest {

    private static final TestHost HOST =
            TestHost.withoutSecrets().with("@env:RIGHT", "secret").with("@env:WRONG", "guess");

    @Test
    void tellsAClosedPortFromAWrongPasswordAndFromAnUnknownHost() throws Exception {
        try (RedisServer server = RedisServer.start("--requirepass", "secret")) {
            Settings right = settings(server).with("password", "@env:RIGHT");
            assertEquals(List.of(), failures(right));
            assertEquals(List.of(FaultKind.AUTHENTICATION), failures(settings(server).with("password", "@env:WRONG")));
            assertEquals(List.of(FaultKind.AUTHENTICATION), failures(settings(server)));
            assertEquals(List.of(FaultKind.UNREACHABLE), failures(Settings.EMPTY.with("hosts", "127.0.0.1:1")));
            assertEquals(List.of(FaultKind.UNREACHABLE),
                    failures(Settings.EMPTY.with("hosts", "no-such-host.invalid")));
            assertEquals(List.of(FaultKind.TLS), failures(right.with("tls", "true")));
        }
    }

    @Test
    void marksWhatAUserMayNotSee() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            try (RedisWire wire = server.wire()) {
                wire.call("XADD", "seen", "1-1", "payload", "x");
                wire.call("ACL", "SETUSER", "ann", "on", ">secret", "~seen", "+xinfo", "+xrange", "+scan", "+xlen",
                        "+select");
            }
            Settings ann = settings(server).with("username", "ann").with("password", "@env:RIGHT");
            try (Session session = new RedisPlugin().connect(ann, HOST)) {
                ChannelId seen = ChannelId.of("stream", "seen");
                assertEquals("Redis of unknown version", session.server());
                assertEquals(1, Readout.of(session, OpenRequest.everything(seen)).messages().size());
                assertTrue(session.describe(seen).toString().contains("may not"));
                FaultException denied = assertThrows(FaultException.class,
                        () -> session.describe(ChannelId.of("stream", "other")));
                assertEquals(FaultKind.NOT_AUTHORISED, denied.kind());
            }
        }
    }

    @Test
    void readsAndWritesAClusterWhereverTheKeyIs() throws Exception {
        try (RedisServer one = RedisServer.start("--cluster-enabled", "yes");
                RedisServer two = RedisServer.start("--cluster-enabled", "yes")) {
            try (RedisWire first = one.wire(); RedisWire second = two.wire()) {
                first.call("CLUSTER", "ADDSLOTSRANGE", 0, 8_000);
                second.call("CLUSTER", "ADDSLOTSRANGE", 8_001, 16_383);
                first.call("CLUSTER", "MEET", "127.0.0.1", two.port());
                await(first, second);
            }
            Settings cluster = settings(one).with("mode", "cluster");
            assertEquals(List.of(), failures(cluster));
            try (WritableSession session = new RedisPlugin().writeAccess().orElseThrow().connect(cluster, HOST)) {
                var creation = session.writeExtension(dev.brokerscope.api.broker.ChannelCreation.class).orElseThrow();
                for (int i = 0; i < 10; i++) {
                    ChannelId stream = ChannelId.of("stream", "stream-" + i);
                    creation.create(stream, new dev.brokerscope.api.channel.ChannelDefinition(1, Optional.empty(),
                            List.of()));
                    Publishing.allOf(session, PublishRequest.restore(stream),
                            SeededMessages.ofThisRun().generate(20, 1), AttributeSchema.EMPTY);
                    assertEquals(20, Readout.of(session, OpenRequest.everything(stream)).messages().size());
                }
                assertEquals(10, session.list(Optional.empty(), ListQuery.ALL).items().size());
                try (RedisWire first = one.wire(); RedisWire second = two.wire()) {
                    assertTrue(first.whole("DBSIZE") > 0 && second.whole("DBSIZE") > 0, "one server holds all");
                }
            }
        }
    }

    @Test
    void findsTheMasterThatASentinelWatches() throws Exception {
        try (RedisServer server = RedisServer.start(); RedisServer sentinel = RedisServer.sentinel(server, "orders")) {
            Settings settings = settings(sentinel).with("mode", "sentinel").with("sentinel.master", "orders");
            assertEquals(List.of(), failures(settings));
            assertEquals(List.of(FaultKind.NOT_FOUND), failures(settings.with("sentinel.master", "nobody")));
        }
    }

    @Test
    void understandsAddressesAsOtherProgramsWriteThem() {
        Settings read = new RedisPlugin().importText(" rediss://ann:secret@cache.example.org/3 ").orElseThrow();
        assertEquals(Settings.EMPTY.with("hosts", "cache.example.org:6379").with("tls", "true").with("username", "ann")
                .with("database", "3"), read);
        assertEquals(Optional.empty(), new RedisPlugin().importText("bootstrap.servers=x"));
    }

    private static void await(RedisWire first, RedisWire second) throws InterruptedException {
        for (int i = 0; i < 200 && !(ready(first) && ready(second)); i++) {
            Thread.sleep(50);
        }
        assertTrue(ready(first) && ready(second), "the cluster did not form");
    }

    private static boolean ready(RedisWire wire) {
        String info = wire.text("CLUSTER", "INFO");
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:2");
    }

    private static Settings settings(RedisServer server) {
        return new Connecting(server).settings();
    }

    private static List<FaultKind> failures(Settings settings) throws InterruptedException {
        List<TestStep> steps = new ArrayList<>();
        new RedisPlugin().test(settings, HOST, steps::add);
        return steps.stream().flatMap(s -> s.fault().stream()).map(f -> f.kind()).toList();
    }
}
