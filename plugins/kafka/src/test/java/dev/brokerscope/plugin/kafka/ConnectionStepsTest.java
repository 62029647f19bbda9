package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.kafka.testkit.Certificates;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.testkit.TestHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The connection test on everything that can be wrong.
@ExtendWith(GuardedKafka.class)
final class ConnectionStepsTest {

    private final KafkaServer server;
    private final Connecting connecting;

    ConnectionStepsTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
    }

    @ParameterizedTest
    @EnumSource(Listener.class)
    void passesEveryWayIn(Listener listener) throws Exception {
        List<TestStep> steps = steps(connecting.settings(listener), Connecting.host());
        assertTrue(steps.stream().allMatch(TestStep::passed), () -> "" + steps);
        assertTrue(steps.getLast().detail().startsWith("Apache Kafka 4.4, cluster "), () -> steps.getLast().detail());
    }

    @Test
    void tellsTheCertificate() throws Exception {
        List<TestStep> steps = steps(connecting.settings(Listener.TLS), Connecting.host());
        TestStep tls = steps.stream().filter(s -> s.name().equals("TLS")).findFirst().orElseThrow();
        assertTrue(tls.detail().startsWith("TLSv1.3, certificate of CN=server, issued by CN=server, valid until "),
                tls::detail);
    }

    @Test
    void answersWithinSecondsOnAClosedPort() throws Exception {
        Settings closed = Settings.EMPTY.with("bootstrap.servers", "127.0.0.1:" + closedPort());
        Fault fault = assertTimeoutPreemptively(Duration.ofSeconds(15), () -> failure(closed, Connecting.host()));
        assertEquals("tcp.refused", fault.code());
        assertEquals(FaultKind.UNREACHABLE, fault.kind());
    }

    @Test
    void saysThatAHostIsUnknown() throws Exception {
        Fault fault = failure(Settings.EMPTY.with("bootstrap.servers", "no-such-host.invalid:9092"), Connecting.host());
        assertEquals("There is no host \"no-such-host.invalid\".", fault.message());
    }

    @Test
    void goesOnToTheNextBootstrapServer() throws Exception {
        Settings two = Settings.EMPTY.with("bootstrap.servers",
                "127.0.0.1:" + closedPort() + "," + server.bootstrapServers());
        List<TestStep> steps = steps(two, Connecting.host());
        assertFalse(steps.get(2).passed());
        assertEquals("Cluster", steps.getLast().name());
        assertTrue(steps.getLast().passed());
    }

    @ParameterizedTest
    @EnumSource(value = Listener.class, names = {"SASL_PLAIN", "SASL_SCRAM", "SASL_SCRAM_TLS", "SASL_OAUTH"})
    void refusesAWrongPassword(Listener listener) throws Exception {
        TestHost wrong = Connecting.host().with(Connecting.PASSWORD, "wrong \"; x=\"\\");
        List<TestStep> steps = steps(connecting.settings(listener), wrong);
        assertEquals("Sign in", steps.getLast().name());
        assertEquals(FaultKind.AUTHENTICATION, steps.getLast().fault().orElseThrow().kind());
        assertFalse(steps.toString().contains("wrong \\"), "a secret is shown");
    }

    @Test
    void refusesAnUnknownAuthority() throws Exception {
        Settings stranger = connecting.settings(Listener.TLS).with("ssl.truststore.location",
                server.certificates().strangerTrustStore().toString());
        assertEquals("tls.unknown-authority", failure(stranger, Connecting.host()).code());
    }

    @Test
    void refusesAClientCertificateThatTheBrokerDoesNotKnow() throws Exception {
        Settings stranger = connecting.settings(Listener.MUTUAL_TLS).with("ssl.keystore.location",
                server.certificates().strangerKeyStore().toString());
        assertEquals(FaultKind.TLS, failure(stranger, Connecting.host()).kind());
    }

    @Test
    void saysThatAClientCertificateIsMissing() throws Exception {
        Settings none = connecting.settings(Listener.MUTUAL_TLS).with("ssl.keystore.type", "NONE");
        assertEquals(FaultKind.TLS, failure(none, Connecting.host()).kind());
    }

    @Test
    void saysThatAStoreDoesNotOpen() throws Exception {
        TestHost wrong = Connecting.host().with(Connecting.STORE, "not " + Certificates.PASSWORD);
        Fault fault = failure(connecting.settings(Listener.TLS), wrong);
        assertEquals(FaultKind.INVALID_SETTINGS, fault.kind());
    }

    @Test
    void saysThatAPortWantsTls() throws Exception {
        Settings plain = connecting.settings(Listener.PLAIN).with("timeout", "2s").with("bootstrap.servers",
                server.bootstrapServers(Listener.TLS));
        assertEquals("tls.wanted", failure(plain, Connecting.host()).code());
    }

    @Test
    void saysThatAPortSpeaksNoTls() throws Exception {
        Settings tls = connecting.settings(Listener.TLS).with("bootstrap.servers", server.bootstrapServers());
        assertEquals(FaultKind.TLS, failure(tls, Connecting.host()).kind());
    }

    @Test
    void refusesPropertiesThatLoadCode() throws Exception {
        Settings hostile =
                connecting.settings(Listener.PLAIN).with("properties.interceptor.classes", "evil.Interceptor");
        Fault fault = failure(hostile, Connecting.host());
        assertEquals("kafka.property-refused", fault.code());
        assertEquals(FaultKind.INVALID_SETTINGS, fault.kind());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Fault failure(Settings settings, Host host) throws InterruptedException {
        TestStep last = steps(settings, host).getLast();
        return last.fault().orElseThrow(() -> new AssertionError("passed: " + last));
    }

    private static List<TestStep> steps(Settings settings, Host host) throws InterruptedException {
        List<TestStep> steps = new ArrayList<>();
        new KafkaPlugin().test(settings, host, steps::add);
        return steps;
    }
}
