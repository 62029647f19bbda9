package dev.brokerscope.kafka.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real Kafka broker (one node, KRaft) in a JVM of its own, on free loopback ports, with a private data folder that
/// goes when it is closed. It never outlives the JVM that started it, even where that is killed.
///
/// Ports stay the same over {@link #stop}, {@link #kill} and {@link #restart}. Methods are for one thread at a time.
public final class KafkaServer implements AutoCloseable {

    /// The user of every listener that asks for one.
    public static final String USER = "alice";
    /// The password of that user.
    public static final String PASSWORD = "alice-secret";

    private static final int ATTEMPTS = 3;

    private final KafkaSetup setup;
    private final Path home;
    private final Optional<Certificates> certificates;
    private final Optional<TokenServer> tokens;
    private final Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    private final Thread atExit;
    private BrokerProcess process;

    private KafkaServer(KafkaSetup setup) throws IOException, InterruptedException {
        this.setup = setup;
        this.home = Files.createTempDirectory("brokerscope-kafka-");
        this.certificates = setup.encrypted()
                ? Optional.of(Certificates.create(home.resolve("certificates"))) : Optional.empty();
        this.tokens = setup.listeners().contains(Listener.SASL_OAUTH)
                ? Optional.of(TokenServer.start()) : Optional.empty();
        this.process = firstStart();
        this.atExit = new Thread(this::abandon, "end-broker");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Starts a broker with the plain listener only, and returns when it answers (about three seconds).
    public static KafkaServer start() {
        return start(KafkaSetup.plain());
    }

    /// Starts a broker and returns when it answers; an {@link IllegalStateException} holds its last words if it ends.
    public static KafkaServer start(KafkaSetup setup) {
        try {
            return new KafkaServer(setup);
        } catch (IOException failed) {
            throw new UncheckedIOException("The Kafka broker could not be started", failed);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the Kafka broker started", cancelled);
        }
    }

    /// Address of the plain listener, as `host:port`.
    public String bootstrapServers() {
        return bootstrapServers(Listener.PLAIN);
    }

    /// Address of a listener that the setup asked for.
    public String bootstrapServers(Listener listener) {
        return Optional.ofNullable(ports.get(listener)).map(port -> "127.0.0.1:" + port)
                .orElseThrow(() -> new IllegalArgumentException("The broker was started without " + listener));
    }

    /// Settings of a plain Kafka client that passes the listener, secrets included.
    public Map<String, Object> clientProperties(Listener listener) {
        return ClientProperties.of(this, listener);
    }

    /// Key and trust stores; only where a listener is encrypted.
    public Certificates certificates() {
        return certificates.orElseThrow(() -> new IllegalStateException("No listener of this broker is encrypted"));
    }

    /// Where tokens come from; only with {@link Listener#SASL_OAUTH}.
    public TokenServer tokens() {
        return tokens.orElseThrow(() -> new IllegalStateException("This broker takes no tokens"));
    }

    /// Where the broker keeps a partition's segments.
    Path log(String topic, int partition) {
        return home.resolve("data").resolve(topic + "-" + partition);
    }

    /// Process id of the broker's JVM.
    public long pid() {
        return process.pid();
    }

    /// Whether the broker's JVM runs (a paused one does).
    public boolean running() {
        return process.alive();
    }

    /// Ends the broker in order; data and ports are kept for {@link #restart}.
    public void stop() throws InterruptedException {
        try {
            process.stop();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Ends the broker as a crash would; data and ports are kept for {@link #restart}.
    public void kill() throws InterruptedException {
        process.kill();
    }

    /// Starts a stopped or killed broker again, on the same ports and data, and returns when it answers; after a kill
    /// that takes ten seconds, until the controller has given the dead broker up.
    public void restart() throws InterruptedException {
        if (process.alive()) {
            stop();
        }
        try {
            process = launch();
            Readiness.await(bootstrapServers(), process);
        } catch (IOException failed) {
            throw new UncheckedIOException("The Kafka broker could not be restarted", failed);
        }
    }

    /// Makes the broker silent without closing a connection (SIGSTOP).
    public void pause() throws InterruptedException {
        signal("STOP");
    }

    /// Lets a paused broker go on (SIGCONT).
    public void resume() throws InterruptedException {
        signal("CONT");
    }

    /// Ends the broker at once and deletes its data.
    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // This JVM is on its way out already; the hook finds nothing left to do.
            return;
        }
    }

    private void signal(String name) throws InterruptedException {
        try {
            process.signal(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A port can be taken between its choice and the broker's start: then others are tried.
    private BrokerProcess firstStart() throws IOException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            List<Integer> free = FreePorts.pick(setup.listeners().size() + 1);
            ports.clear();
            setup.listeners().forEach(listener -> ports.put(listener, free.removeFirst()));
            properties(free.getFirst()).writeTo(home.resolve("server.properties"));
            BrokerProcess started = launch();
            try {
                Readiness.await(bootstrapServers(), started);
                return started;
            } catch (IllegalStateException ended) {
                started.kill();
                if (attempt == ATTEMPTS || !started.lastWords().contains("Address already in use")) {
                    Folders.delete(home);
                    throw ended;
                }
            }
        }
    }

    private ServerProperties properties(int controllerPort) {
        return new ServerProperties(setup, ports, controllerPort, home.resolve("data"), certificates, tokens);
    }

    private BrokerProcess launch() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(home.toString()));
        if (setup.listeners().stream().anyMatch(listener -> listener.mechanism().startsWith("SCRAM"))) {
            arguments.add("SCRAM-SHA-256=[name=" + USER + ",password=" + PASSWORD + "]");
            arguments.add("SCRAM-SHA-512=[name=" + USER + ",password=" + PASSWORD + "]");
        }
        List<String> options = tokens
                .map(server -> List.of("-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + server.keysUrl()))
                .orElse(List.of());
        return BrokerProcess.start(home, setup, options, arguments);
    }

    private synchronized void abandon() {
        process.killWithoutWaiting();
        tokens.ifPresent(TokenServer::close);
        try {
            process.kill();
            Folders.delete(home);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            throw new UncheckedIOException("The broker's folder could not be deleted", left);
        }
    }
}
