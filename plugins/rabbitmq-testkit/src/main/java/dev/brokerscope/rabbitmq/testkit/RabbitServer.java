package dev.brokerscope.rabbitmq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A RabbitMQ server in a private folder, on free loopback ports, gone when closed. Its user is `guest` with the password
/// `guest`. It takes about seven seconds to start. Any thread.
public final class RabbitServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path program;
    private final RabbitFiles files;
    private final RabbitSetup setup;
    private final Optional<RabbitCertificates> certificates;
    private final RabbitManagement management;
    private RabbitProcess process;

    private RabbitServer(Path program, RabbitFiles files, RabbitSetup setup, Optional<RabbitCertificates> certificates)
            throws IOException {
        this.program = program;
        this.files = files;
        this.setup = setup;
        this.certificates = certificates;
        this.management = new RabbitManagement(files.ports().management());
        this.process = RabbitProcess.launch(program, files);
    }

    public static RabbitServer start() {
        return start(RabbitSetup.USUAL);
    }

    public static RabbitServer start(RabbitSetup setup) {
        Path program = RabbitProgram.find().orElseThrow(() -> new IllegalStateException(RabbitProgram.HOW_TO_GET_IT));
        try {
            RabbitFiles files = new RabbitFiles(Files.createTempDirectory("brokerscope-rabbit"), RabbitPorts.free());
            Optional<RabbitCertificates> certificates = setup.tls()
                    ? Optional.of(RabbitCertificates.create(files.folder().resolve("certificates")))
                    : Optional.empty();
            files.write(setup, certificates);
            RabbitServer server = new RabbitServer(program, files, setup, certificates);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// AMQP 0-9-1, without TLS.
    public int port() {
        return files.ports().amqp();
    }

    /// The stream protocol, without TLS.
    public int streamPort() {
        return files.ports().stream();
    }

    /// AMQP 0-9-1 over TLS, where the setup is secured.
    public int tlsPort() {
        return files.ports().amqps();
    }

    /// The stream protocol over TLS, where the setup is secured.
    public int streamTlsPort() {
        return files.ports().streams();
    }

    /// `127.0.0.1:PORT` of AMQP 0-9-1.
    public String address() {
        return "127.0.0.1:" + port();
    }

    /// Shares no code with the plugin.
    public RabbitManagement management() {
        return management;
    }

    /// Of a secured setup.
    public RabbitCertificates certificates() {
        return certificates.orElseThrow(() -> new IllegalStateException("this server speaks no TLS"));
    }

    /// A private folder.
    public Path folder() {
        return files.folder();
    }

    /// Runs `rabbitmqctl`, which takes a second or two, and returns what it says.
    public String control(String... words) {
        List<String> command = new ArrayList<>(List.of(RabbitProgram.control(program).toString(), "-q"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(files.environment());
        try {
            Process control = builder.start();
            String said = new String(control.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (control.waitFor() != 0) {
                throw new IllegalStateException("rabbitmqctl " + String.join(" ", words) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rabbitmqctl ran", e);
        }
    }

    /// Ends the processes as a crash would.
    public void kill() {
        process.kill();
    }

    /// Stops as an operator would, and starts again on the same ports. After a crash, 3.10 may not find the streams again
    /// that were made shortly before.
    public void restart() {
        process.stop();
        try {
            process = RabbitProcess.launch(program, files);
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops answering without closing anything, or answers again.
    public void freeze(boolean frozen) {
        process.signal(frozen ? "-STOP" : "-CONT");
    }

    @Override
    public void close() {
        kill();
        management.close();
        try (Stream<Path> all = Files.walk(files.folder())) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        List<Integer> ports = new ArrayList<>(List.of(port()));
        if (setup.plugins().contains("rabbitmq_stream")) {
            ports.add(streamPort());
        }
        if (setup.plugins().contains("rabbitmq_management")) {
            ports.add(files.ports().management());
        }
        if (setup.tls()) {
            ports.add(tlsPort());
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int port : ports) {
            while (!listens(port)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.kill();
                    throw new IllegalStateException("rabbitmq-server does not start: " + RabbitProcess.saidIn(files));
                }
                pause();
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", e);
        }
    }
}
