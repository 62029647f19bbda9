package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/// Tries a connection step by step. Of several servers the first that takes a connection is good enough.
final class RedisConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private interface Step {
        String run() throws FaultException, InterruptedException;
    }

    private final Settings settings;
    private final Host host;
    private final Consumer<TestStep> report;

    RedisConnectionTest(Settings settings, Host host, Consumer<TestStep> report) {
        this.settings = settings;
        this.host = host;
        this.report = report;
    }

    void run() throws InterruptedException {
        List<RedisConfig> config = new ArrayList<>();
        if (step("Settings", () -> {
            config.add(RedisConfig.of(settings, host));
            return "complete";
        }) && reach(config.getFirst())) {
            try (RedisLink link = new RedisLink(config.getFirst())) {
                ask(link);
            }
        }
    }

    private boolean reach(RedisConfig config) throws InterruptedException {
        for (HostAndPort node : config.hosts()) {
            if (step("Address " + node.getHost(), () -> resolve(node)) && step("TCP " + node, () -> connect(node))
                    && (config.tls().isEmpty() || step("TLS " + node, () -> shake(node, config)))) {
                return true;
            }
        }
        return false;
    }

    private static String resolve(HostAndPort node) throws FaultException {
        try {
            return Arrays.stream(InetAddress.getAllByName(node.getHost())).map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
        } catch (UnknownHostException e) {
            throw RedisFaults.unreachable(node, e);
        }
    }

    private static String connect(HostAndPort node) throws FaultException {
        try (Socket socket = new RedisSockets(node, Optional.empty(), PATIENCE).open()) {
            return "connected to " + socket.getInetAddress().getHostAddress();
        } catch (IOException e) {
            throw RedisFaults.unreachable(node, e);
        }
    }

    private static String shake(HostAndPort node, RedisConfig config) throws FaultException {
        try (SSLSocket socket = (SSLSocket) new RedisSockets(node, config.tls(), PATIENCE).open()) {
            return socket.getSession().getProtocol() + ", " + socket.getSession().getPeerPrincipal().getName();
        } catch (IOException e) {
            throw RedisFaults.unreachable(node, e);
        }
    }

    private void ask(RedisLink link) throws InterruptedException {
        boolean signedIn = step("Sign in", () -> {
            HostAndPort master = link.nodes().masters().getFirst();
            link.at(master, "the server", Command.PING);
            return link.config().signIn().user().isEmpty() ? "as default" : "as " + link.config().signIn().user();
        });
        if (signedIn) {
            step("Server", () -> {
                Map<String, String> info = ServerInfo.of(link);
                return ServerInfo.title(info) + ", " + link.nodes().masters().size()
                        + (link.nodes().masters().size() == 1
                                ? " server" : " servers");
            });
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
