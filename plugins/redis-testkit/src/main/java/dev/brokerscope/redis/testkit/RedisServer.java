package dev.brokerscope.redis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Redis server in a private folder, on a free loopback port, gone when closed. Any thread.
public final class RedisServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

    private final Path folder;
    private final int port;
    private final List<String> command;
    private Process process;

    private RedisServer(Path folder, int port, List<String> command, Process process) {
        this.folder = folder;
        this.port = port;
        this.command = command;
        this.process = process;
    }

    /// @param options as on the command line of `redis-server`: `--requirepass`, `secret`
    public static RedisServer start(String... options) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return startOnce(options);
            } catch (IllegalStateException taken) {
                // somebody may have taken its port meanwhile, or that of its cluster's bus: another one
            }
        }
        return startOnce(options);
    }

    private static RedisServer startOnce(String... options) {
        Path program = RedisProgram.find().orElseThrow(() -> new IllegalStateException(RedisProgram.HOW_TO_GET_IT));
        try {
            Path folder = Files.createTempDirectory("brokerscope-redis");
            int port = freePort();
            List<String> command = new ArrayList<>(List.of(program.toString(), "--bind", "127.0.0.1", "--port",
                    Integer.toString(port), "--dir", folder.toString(), "--save", "", "--appendonly", "no",
                    "--logfile", folder.resolve("log").toString()));
            command.addAll(List.of(options));
            RedisServer server = new RedisServer(folder, port, command, launch(command, folder));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A sentinel that watches the server under a name; alone it is the quorum.
    public static RedisServer sentinel(RedisServer watched, String master) {
        Path program = RedisProgram.find().orElseThrow(() -> new IllegalStateException(RedisProgram.HOW_TO_GET_IT));
        try {
            Path folder = Files.createTempDirectory("brokerscope-sentinel");
            int port = freePort();
            Path config = Files.writeString(folder.resolve("sentinel.conf"), "bind 127.0.0.1\nport " + port + "\ndir "
                    + folder + "\nlogfile " + folder.resolve("log") + "\nsentinel monitor " + master + " 127.0.0.1 "
                    + watched.port() + " 1\n");
            List<String> command = List.of(program.toString(), config.toString(), "--sentinel");
            RedisServer server = new RedisServer(folder, port, command, launch(command, folder));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /// `127.0.0.1:PORT`.
    public String address() {
        return "127.0.0.1:" + port;
    }

    /// A private folder, for certificates and the like.
    public Path folder() {
        return folder;
    }

    /// A connection that shares no code with the plugin; closed by the caller.
    public RedisWire wire() {
        return RedisWire.connect(port);
    }

    /// Ends the process as a crash would: nothing is kept.
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts again on the same port, empty.
    public void restart() {
        kill();
        try {
            process = launch(command, folder);
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops answering without closing anything, or answers again.
    public void freeze(boolean frozen) {
        try {
            new ProcessBuilder("kill", frozen ? "-STOP" : "-CONT", Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        freeze(false);
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(List<String> command, Path folder) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile()).start();
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("redis-server does not start: " + said("output") + said("log"));
            }
            pause();
        }
    }

    private String said(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    private boolean answers() {
        try (RedisWire wire = wire()) {
            return !wire.text("PING").isEmpty();
        } catch (UncheckedIOException notYet) {
            return false;
        } catch (RedisWire.Refusal answered) {
            return !String.valueOf(answered.getMessage()).startsWith("LOADING");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", e);
        }
    }

    /// Below the range of outgoing connections, so that a stopped server finds its port still free.
    static int freePort() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                // another one
            }
        }
        throw new IllegalStateException("no free loopback port");
    }
}
