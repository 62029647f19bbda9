package dev.brokerscope.core.schema;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A registry on a free loopback port that answers what a test tells it to; 404 as Confluent's for everything else.
final class RegistryStub implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    RegistryStub() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    RegistryStub(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// Paths with their queries, in order.
    List<String> requests() {
        return requests;
    }

    RegistryStub json(String path, String body) {
        return on(path, e -> send(e, 200, "application/json", body));
    }

    RegistryStub status(String path, int status, String body) {
        return on(path, e -> send(e, status, "application/json", body));
    }

    RegistryStub on(String path, HttpHandler handler) {
        answers.put(path, handler);
        return this;
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI().toString());
            HttpHandler answer = answers.get(exchange.getRequestURI().getPath());
            if (answer == null) {
                send(exchange, 404, "application/json", "{\"error_code\":40403,\"message\":\"Schema not found\"}");
            } else {
                answer.handle(exchange);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
