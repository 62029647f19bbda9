package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Tries a connection step by step: settings, address, TCP, TLS, sign-in, cluster. Of several bootstrap servers the first
/// that takes a connection is good enough, as it is for Kafka.
final class KafkaConnectionTest {

    private interface Step {
        String run() throws FaultException, InterruptedException;
    }

    private final Settings settings;
    private final Host host;
    private final Consumer<TestStep> report;

    KafkaConnectionTest(Settings settings, Host host, Consumer<TestStep> report) {
        this.settings = settings;
        this.host = host;
        this.report = report;
    }

    void run() throws InterruptedException {
        List<KafkaClientConfig> config = new ArrayList<>();
        if (!step("Settings", () -> {
            config.add(KafkaClientConfig.of(settings, host));
            return "complete";
        })) {
            return;
        }
        Optional<Address> reached = reach();
        if (reached.isPresent() && shake(reached.get(), config.getFirst())) {
            ask(config.getFirst(), reached.get());
        }
    }

    private Optional<Address> reach() throws InterruptedException {
        for (Address address : KafkaClientConfig.addresses(settings)) {
            boolean resolved = step("Address " + address.bareHost(), () -> TcpProbe.resolve(address).stream()
                    .map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
            if (resolved && step("TCP " + address.text(), () -> connect(address))) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    private static String connect(Address address) throws FaultException {
        try (Socket socket = TcpProbe.connect(address)) {
            return "connected to " + socket.getInetAddress().getHostAddress();
        } catch (IOException closing) {
            return "connected";
        }
    }

    private boolean shake(Address address, KafkaClientConfig config) throws InterruptedException {
        String protocol = protocol();
        return !protocol.endsWith("SSL")
                || step("TLS", () -> new TlsProbe(config.admin(), faults(config)).shake(address));
    }

    private void ask(KafkaClientConfig config, Address address) throws InterruptedException {
        boolean signsIn = protocol().startsWith("SASL");
        long start = System.nanoTime();
        try (KafkaAdmin admin = KafkaAdmin.of(config, faults(config))) {
            String found = KafkaCluster.of(admin).describe();
            if (signsIn) {
                passed("Sign in", start, KafkaSettings.SCHEMA.valueOf(KafkaSettings.MECHANISM, settings));
            }
            passed("Cluster", start, found);
        } catch (FaultException failed) {
            boolean refused = failed.kind() == FaultKind.AUTHENTICATION;
            FaultException better = failed.kind() == FaultKind.TIMEOUT ? mismatch(address, failed) : failed;
            failed(refused ? "Sign in" : "Cluster", start, better);
        }
    }

    /// A silent port often speaks another protocol than it was spoken to.
    private FaultException mismatch(Address address, FaultException late) {
        return !protocol().endsWith("SSL") && TlsGuess.speaksTls(address)
                ? new FaultException(FaultKind.TLS, "tls.wanted", address.text() + " speaks TLS.",
                        "Choose a security setting with TLS.", late)
                : late;
    }

    private String protocol() {
        return KafkaSettings.SCHEMA.valueOf(KafkaSettings.PROTOCOL, settings);
    }

    private KafkaFaults faults(KafkaClientConfig config) {
        return new KafkaFaults(settings.get(KafkaSettings.BOOTSTRAP, ""), config.timeout());
    }

    private boolean step(String name, Step step) throws InterruptedException {
        long start = System.nanoTime();
        try {
            passed(name, start, step.run());
            return true;
        } catch (FaultException failed) {
            failed(name, start, failed);
            return false;
        }
    }

    private void passed(String name, long start, String detail) {
        report.accept(new TestStep(name, since(start), detail, Optional.empty()));
    }

    private void failed(String name, long start, FaultException failed) {
        report.accept(new TestStep(name, since(start), "", Optional.of(failed.fault())));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
