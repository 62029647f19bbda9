package dev.brokerscope.plugin.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitSettings;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SessionFixture;
import dev.brokerscope.testkit.TestHost;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each way to fail has its own sentence.
@ExtendWith(SharedRabbit.class)
final class ConnectionStepsTest {

    private final RabbitServer server;

    ConnectionStepsTest(RabbitServer server) {
        this.server = server;
    }

    private static List<TestStep> steps(Connecting connecting) throws Exception {
        List<TestStep> steps = new ArrayList<>();
        new RabbitPlugin().test(connecting.settings(), TestHost.withoutSecrets(), steps::add);
        return steps;
    }

    private static FaultException refused(Connecting connecting) {
        return assertThrows(FaultException.class, () -> connecting.session().close());
    }

    @Test
    void passesEveryStepOnAGoodConnection() throws Exception {
        List<TestStep> steps = steps(Connecting.to(server));
        assertTrue(steps.stream().allMatch(TestStep::passed), () -> steps.toString());
        assertEquals(List.of("Settings", "Address 127.0.0.1", "TCP " + server.address(), "Sign in", "Management"),
                steps.stream().map(TestStep::name).toList());
    }

    @Test
    void marksItsListsWithoutTheManagementApi() throws Exception {
        String queue = "listed-" + UUID.randomUUID();
        Connecting bare = Connecting.bare(server).with(RabbitSettings.NAMES, queue);
        assertEquals("no URL given: lists hold only what the settings name", steps(bare).getLast().detail());
        try (PlainClient client = new PlainClient(server);
                Session without = bare.session();
                Session managed = Connecting.to(server).session()) {
            client.queue(queue, Map.of());
            assertTrue(traits(without, queue).contains("list incomplete"));
            assertFalse(traits(managed, queue).contains("list incomplete"));
        }
    }

    private static Set<String> traits(Session session, String queue) throws Exception {
        return session.list(Optional.empty(), ListQuery.ALL).items().stream()
                .filter(n -> n.label().equals(queue)).findFirst().orElseThrow().traits();
    }

    @Test
    void tellsAClosedPort() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        Connecting nobody = Connecting.bare(server).with(RabbitSettings.HOSTS, "127.0.0.1:" + closed);
        assertEquals("127.0.0.1:" + closed + " refused the connection.",
                steps(nobody).getLast().fault().orElseThrow().message());
        assertEquals(FaultKind.UNREACHABLE, refused(nobody).kind());
    }

    @Test
    void tellsAWrongUser() {
        FaultException wrong = refused(Connecting.bare(server).with(RabbitSettings.USER, "mallory"));
        assertEquals(FaultKind.AUTHENTICATION, wrong.kind());
        assertEquals("RabbitMQ does not accept user and password.", wrong.fault().message());
    }

    @Test
    void tellsAMissingVirtualHost() {
        FaultException missing = refused(Connecting.bare(server).with(RabbitSettings.VHOST, "nowhere"));
        assertEquals(FaultKind.NOT_FOUND, missing.kind());
        assertEquals("There is no such virtual host on " + server.address() + ": vhost nowhere not found.",
                missing.fault().message());
    }

    @Test
    void tellsThatThePortDoesNotSpeakTls() throws Exception {
        TestStep tls = steps(Connecting.bare(server).with(RabbitSettings.TLS, "true")).getLast();
        assertEquals(FaultKind.TLS, tls.fault().orElseThrow().kind());
    }

    @Test
    void tellsThatTheServerIsGoneWhileAQueueIsRead() throws Exception {
        try (RabbitServer own = RabbitServer.start(); Session session = Connecting.to(own).session()) {
            try (PlainClient client = new PlainClient(own)) {
                client.queue("gone", Map.of());
                client.fill("gone", 3_000);
            }
            ChannelId channel = ChannelId.of("queue", "gone");
            try (Cursor cursor = session.open(SessionFixture.everything(session.describe(channel))
                    .limited(new OpenRequest.Limits(10, 1 << 20)))) {
                Readout.first(cursor, 10);
                own.kill();
                FaultException gone = assertThrows(FaultException.class, () -> Readout.rest(cursor));
                assertEquals(FaultKind.UNREACHABLE, gone.kind());
            }
        }
    }
}
