package dev.brokerscope.kafka.testkit.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// What a client must survive: answers that come late, never end, lead elsewhere, or are something else.
final class BadManners implements AutoCloseable {

    private static final Duration DELAY = Duration.ofSeconds(30);
    private static final String LIE = "{\"schema\":\"\\\"string\\\"\"}";

    private final HttpServer elsewhere;
    private final AtomicLong led = new AtomicLong();

    BadManners() {
        try {
            elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        elsewhere.createContext("/", exchange -> {
            led.incrementAndGet();
            answer(exchange, 200, SchemaRegistryServer.JSON, LIE);
            exchange.close();
        });
        elsewhere.start();
    }

    long led() {
        return led.get();
    }

    /// Whether the request is answered with that; otherwise it is to be answered properly.
    boolean treat(HttpExchange exchange, RegistryManners manners) throws IOException {
        boolean asksSchema = exchange.getRequestURI().getPath().startsWith("/schemas/ids/");
        switch (manners) {
            case PROPER -> {
                return false;
            }
            case SLOW -> {
                delay();
                return false;
            }
            case ENDLESS -> endless(exchange);
            case REDIRECTING -> {
                exchange.getResponseHeaders().set("Location", "http://localhost:" + elsewhere.getAddress().getPort()
                        + exchange.getRequestURI());
                exchange.sendResponseHeaders(307, -1);
            }
            case WRONG_FORMAT -> answer(exchange, 200, "text/html", "<html><body>Please sign in</body></html>");
            case WRONG_SHAPE -> answer(exchange, 200, SchemaRegistryServer.JSON, "[{\"schema\":{\"type\":7}},null]");
            case FORGETFUL -> {
                if (!asksSchema) {
                    return false;
                }
                String id = exchange.getRequestURI().getPath().substring("/schemas/ids/".length());
                answer(exchange, 404, SchemaRegistryServer.JSON,
                        "{\"error_code\":40403,\"message\":\"Schema " + id + " not found\"}");
            }
            case LYING -> {
                if (!asksSchema) {
                    return false;
                }
                answer(exchange, 200, SchemaRegistryServer.JSON, LIE);
            }
            case FAILING -> answer(exchange, 500, SchemaRegistryServer.JSON,
                    "{\"error_code\":50001,\"message\":\"Error in the backend data store\"}");
        }
        return true;
    }

    @Override
    public void close() {
        elsewhere.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", SchemaRegistryServer.JSON);
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("{\"schema\":\"".getBytes(StandardCharsets.UTF_8));
        byte[] more = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
        while (!Thread.currentThread().isInterrupted()) {
            out.write(more);
        }
    }

    private static void delay() throws IOException {
        try {
            Thread.sleep(DELAY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The registry was stopped");
        }
    }
}
