package dev.brokerscope.kafka.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/// Waits for a broker: first for its port, then until the cluster names it as a member.
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration STEP = Duration.ofMillis(50);

    private Readiness() {
    }

    static void await(String address, BrokerProcess process) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        while (!listens(address)) {
            checkAlive(process, deadline);
            Thread.sleep(STEP);
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address, "default.api.timeout.ms", 5_000,
                "request.timeout.ms", 5_000, "reconnect.backoff.ms", 20, "reconnect.backoff.max.ms", 20))) {
            while (!answers(admin)) {
                checkAlive(process, deadline);
                Thread.sleep(STEP);
            }
        }
    }

    private static void checkAlive(BrokerProcess process, Instant deadline) throws IOException {
        if (!process.alive()) {
            throw new IllegalStateException("The Kafka broker ended while it started:\n" + process.lastWords());
        }
        if (Instant.now().isAfter(deadline)) {
            throw new IllegalStateException("The Kafka broker was not ready after " + LIMIT.toSeconds() + " s:\n"
                    + process.lastWords());
        }
    }

    private static boolean listens(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.substring(0, colon),
                    Integer.parseInt(address.substring(colon + 1))), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        }
    }
}
