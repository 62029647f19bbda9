package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.plugin.rabbitmq.connect.Endpoint;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitConfig;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.connect.SocketProbe;
import dev.brokerscope.plugin.rabbitmq.manage.ManagementClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Tries a connection step by step. Of several servers the first that takes a connection is good enough.
final class RabbitConnectionTest {

    private interface Step {
        String run() throws FaultException, InterruptedException;
    }

    private final Settings settings;
    private final Host host;
    private final Consumer<TestStep> report;

    RabbitConnectionTest(Settings settings, Host host, Consumer<TestStep> report) {
        this.settings = settings;
        this.host = host;
        this.report = report;
    }

    void run() throws InterruptedException {
        List<RabbitConfig> understood = new ArrayList<>();
        if (!step("Settings", () -> {
            understood.add(RabbitConfig.of(settings, host));
            return "complete";
        })) {
            return;
        }
        RabbitConfig config = understood.getFirst();
        boolean well = reach(config) && step("Sign in", () -> signIn(config));
        if (well) {
            step("Management", () -> config.management().isPresent() ? manage(config, config.management().get())
                    : "no URL given: lists hold only what the settings name");
        }
        config.wipe();
    }

    private boolean reach(RabbitConfig config) throws InterruptedException {
        SocketProbe probe = new SocketProbe(config.tls());
        for (Endpoint node : config.hosts()) {
            if (step("Address " + node.host(), () -> probe.resolve(node)) && step("TCP " + node, () -> probe.dial(node))
                    && (config.tls().isEmpty() || step("TLS " + node, () -> probe.shake(node)))) {
                return true;
            }
        }
        return false;
    }

    private static String signIn(RabbitConfig config) throws FaultException, InterruptedException {
        RabbitLink link = RabbitLink.connect(config);
        try {
            Map<String, Object> told = link.server();
            return told.getOrDefault("product", "RabbitMQ") + " " + told.getOrDefault("version", "") + ", cluster "
                    + told.getOrDefault("cluster_name", "unknown") + ", virtual host " + config.vhost();
        } finally {
            link.disconnect();
        }
    }

    private static String manage(RabbitConfig config, RabbitConfig.Management management)
            throws FaultException, InterruptedException {
        try (ManagementClient client = new ManagementClient(config, management)) {
            Map<String, Object> overview = client.overview();
            return client.address() + " answers for " + overview.getOrDefault("cluster_name", "an unknown cluster");
        }
    }

    private boolean step(String name, Step step) throws InterruptedException {
        long start = System.nanoTime();
        try {
            String detail = step.run();
            report.accept(new TestStep(name, Duration.ofNanos(System.nanoTime() - start), detail, Optional.empty()));
            return true;
        } catch (FaultException e) {
            report.accept(new TestStep(name, Duration.ofNanos(System.nanoTime() - start), "",
                    Optional.of(e.fault())));
            return false;
        }
    }
}
