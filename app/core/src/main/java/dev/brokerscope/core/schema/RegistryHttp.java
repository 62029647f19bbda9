package dev.brokerscope.core.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.schema.RegistrySettings.Auth;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks one registry and no other: bodies are capped, time is bounded to the last byte, redirects stay on the host.
final class RegistryHttp implements AutoCloseable {

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_REDIRECTS = 3;
    private static final JsonFactory PARSER = new JsonFactoryBuilder().streamReadConstraints(StreamReadConstraints
            .builder().maxStringLength(MOST_BYTES).maxNestingDepth(500).build()).build();
    private static final ObjectMapper JSON = new ObjectMapper(PARSER);

    private final RegistrySettings settings;
    private final Secrets secrets;
    private final RegistryFaults faults;
    private Optional<HttpClient> client = Optional.empty();

    /// @param type of the content, empty where none is told
    record Answer(int status, String type, Optional<String> artifactType, byte[] body) {

        boolean found() {
            return status == 200;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    RegistryHttp(RegistrySettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        faults = new RegistryFaults(settings);
    }

    RegistryFaults faults() {
        return faults;
    }

    /// The URL without a slash at its end.
    String base() {
        String text = settings.url().toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /// 200 or 404; everything else is a fault.
    Answer get(String url) throws FaultException, InterruptedException {
        URI uri = URI.create(url);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpResponse<byte[]> response = send(uri);
            int status = response.statusCode();
            if (status == 200 || status == 404) {
                return new Answer(status, response.headers().firstValue("Content-Type").orElse(""),
                        response.headers().firstValue("X-Registry-ArtifactType"), response.body());
            }
            if (status < 300 || status >= 400) {
                throw faults.status(status, response.body());
            }
            uri = redirected(uri, response);
        }
        throw faults.lying("redirects in a circle");
    }

    private URI redirected(URI from, HttpResponse<byte[]> response) throws FaultException {
        URI to;
        try {
            to = from.resolve(response.headers().firstValue("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            throw faults.lying("a redirect to nowhere");
        }
        if (!origin(from).equals(origin(to))) {
            throw faults.elsewhere(String.valueOf(to.getHost()));
        }
        return to;
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(java.util.Locale.ROOT);
    }

    /// The body of a found answer as JSON.
    JsonNode json(Answer answer) throws FaultException {
        try {
            JsonNode node = JSON.readTree(answer.body());
            if (node != null && node.isContainerNode()) {
                return node;
            }
        } catch (IOException e) {
            // told below
        }
        throw faults.lying(answer.type().contains("html") ? "a web page" : "something that is not JSON");
    }

    private HttpResponse<byte[]> send(URI uri) throws FaultException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(settings.timeout()).header("Accept",
                "application/vnd.schemaregistry.v1+json, application/json, */*;q=0.5");
        authorization().ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<HttpResponse<byte[]>> pending = client().sendAsync(request.build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return pending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw faults.timeout();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw String.valueOf(io.getMessage()).contains("exceeds") ? faults.tooLarge(MOST_BYTES)
                        : faults.failed(io);
            }
            throw new IllegalStateException("asking " + uri, e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    private Optional<String> authorization() throws FaultException {
        return switch (settings.auth()) {
            case Auth.None _,Auth.MutualTls _ -> Optional.empty();
            case Auth.Basic b -> Optional.of("Basic " + Base64.getEncoder()
                    .encodeToString(utf8(b.user() + ":", secrets.secret(b.password()))));
            case Auth.Bearer b -> Optional.of(
                    "Bearer " + new String(utf8("", secrets.secret(b.token())), StandardCharsets.UTF_8).strip());
        };
    }

    private static byte[] utf8(String before, char[] secret) {
        ByteBuffer encoded = StandardCharsets.UTF_8
                .encode(CharBuffer.wrap(CharBuffer.allocate(before.length() + secret.length).put(before).put(secret)
                        .flip()));
        Arrays.fill(secret, '\0');
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    private synchronized HttpClient client() throws FaultException {
        if (client.isEmpty()) {
            client = Optional.of(HttpClient.newBuilder().connectTimeout(settings.timeout())
                    .followRedirects(HttpClient.Redirect.NEVER).sslContext(new RegistryTls(secrets).context(settings))
                    .version(HttpClient.Version.HTTP_1_1).build());
        }
        return client.get();
    }

    @Override
    public synchronized void close() {
        client.ifPresent(HttpClient::shutdownNow);
    }
}
