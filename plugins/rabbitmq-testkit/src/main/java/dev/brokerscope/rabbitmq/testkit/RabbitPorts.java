package dev.brokerscope.rabbitmq.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// The loopback ports of one server.
record RabbitPorts(int amqp, int stream, int management, int amqps, int streams, int distribution, int epmd) {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int NEEDED = 7;

    static RabbitPorts free() {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < NEEDED) {
            found.add(freePort());
        }
        List<Integer> ports = List.copyOf(found);
        return new RabbitPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5),
                ports.get(6));
    }

    /// Below the range of outgoing connections, so that a stopped server finds its port still free.
    private static int freePort() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
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
