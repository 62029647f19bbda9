package dev.brokerscope.kafka.testkit.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// A schema registry on loopback that speaks Confluent's REST dialect, held in memory: register, look up, list,
/// references, deletion, compatibility of Avro schemas, with the codes and words of Confluent's errors.
///
/// It is safe for many clients at once. {@link #behave} makes it treat them badly.
public final class SchemaRegistryServer implements AutoCloseable {

    static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RegistrySetup setup;
    private final RegistryStore store = new RegistryStore();
    private final RegistryJson json = new RegistryJson();
    private final RegistryRoutes routes = new RegistryRoutes(store, json);
    private final AtomicLong requests = new AtomicLong();
    private final BadManners badManners = new BadManners();
    private volatile RegistryManners manners = RegistryManners.PROPER;

    private SchemaRegistryServer(HttpServer server, RegistrySetup setup) {
        this.server = server;
        this.setup = setup;
    }

    /// Starts a registry without credentials on a free port.
    public static SchemaRegistryServer start() {
        return start(RegistrySetup.open());
    }

    /// Starts a registry.
    public static SchemaRegistryServer start(RegistrySetup setup) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.port());
            HttpServer server = setup.certificates().isPresent() ? https(setup, address)
                    : HttpServer.create(address, 0);
            SchemaRegistryServer registry = new SchemaRegistryServer(server, setup);
            server.setExecutor(registry.threads);
            server.createContext("/", registry::serve);
            server.start();
            return registry;
        } catch (IOException failed) {
            throw new UncheckedIOException("The schema registry could not be started", failed);
        }
    }

    /// Address for clients.
    public String url() {
        return (setup.certificates().isPresent() ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Registers a schema without a request and returns its id.
    public int register(String subject, RegisteredSchema schema) {
        return store.register(subject, new RegisteredSchema(schema.type(), json.compact(schema.type(), schema.text()),
                schema.references())).id();
    }

    /// Lets the next id be a chosen one, so that fixtures can hold fixed ids.
    public void continueAt(int id) {
        store.continueAt(id);
    }

    /// Changes how clients are treated from the next request on.
    public void behave(RegistryManners how) {
        manners = how;
    }

    /// How many requests came, whatever the answer was.
    public long requests() {
        return requests.get();
    }

    /// How many clients followed the redirection to the other host.
    public long led() {
        return badManners.led();
    }

    @Override
    public void close() {
        server.stop(0);
        badManners.close();
        threads.shutdownNow();
    }

    private static HttpServer https(RegistrySetup setup, InetSocketAddress address) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        SSLContext context = ServerTls.context(setup.certificates().orElseThrow());
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(setup.clientCertificate());
                parameters.setSSLParameters(wanted);
            }
        });
        return server;
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (manners != RegistryManners.PROPER && badManners.treat(exchange, manners)) {
                return;
            }
            try {
                checkAuthorization(exchange);
                send(exchange, 200, routes.answer(request(exchange, body)));
            } catch (RegistryRefusal refusal) {
                send(exchange, refusal.status(), json.ofRefusal(refusal));
            }
        }
    }

    private void checkAuthorization(HttpExchange exchange) {
        Optional<String> given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        if (setup.authorization().isPresent() && !setup.authorization().equals(given)) {
            exchange.getResponseHeaders().set("WWW-Authenticate",
                    setup.authorization().get().startsWith("Basic") ? "Basic realm=\"registry\"" : "Bearer");
            throw RegistryRefusal.unauthorized();
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode document) throws IOException {
        byte[] body = document.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static RegistryRoutes.Request request(HttpExchange exchange, byte[] body) {
        List<String> path = Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .filter(segment -> !segment.isEmpty()).map(SchemaRegistryServer::decode).toList();
        Map<String, String> query = new LinkedHashMap<>();
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).stream()
                .flatMap(all -> Arrays.stream(all.split("&"))).map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : ""));
        return new RegistryRoutes.Request(exchange.getRequestMethod(), path, query, body);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
