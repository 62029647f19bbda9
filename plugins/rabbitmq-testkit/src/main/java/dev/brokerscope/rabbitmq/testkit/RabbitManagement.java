package dev.brokerscope.rabbitmq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// The management interface as `guest`: paths as in its documentation, bodies and answers as JSON text. Any thread.
public final class RabbitManagement implements AutoCloseable {

    /// HTTP/1.1: old servers close the connection when they are offered HTTP/2.
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    RabbitManagement(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /// `http://127.0.0.1:PORT`.
    public String url() {
        return root;
    }

    /// @param path `/api/queues`
    public String get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public String put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json));
    }

    public String post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json));
    }

    public String delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /// A user with all rights on a virtual host that exists.
    public void addUser(String name, String password, String vhost) {
        put("/api/users/" + encoded(name), "{\"password\":\"" + password + "\",\"tags\":\"\"}");
        permit(name, vhost, ".*", ".*", ".*");
    }

    /// Patterns of names, as RabbitMQ has them.
    public void permit(String user, String vhost, String configure, String write, String read) {
        put("/api/permissions/" + encoded(vhost) + "/" + encoded(user), "{\"configure\":\"" + configure
                + "\",\"write\":\"" + write + "\",\"read\":\"" + read + "\"}");
    }

    /// One segment of a path.
    public static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String send(String method, String path, BodyPublisher body) {
        String login = Base64.getEncoder().encodeToString("guest:guest".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + login).header("Content-Type", "application/json")
                .method(method, body).build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " "
                        + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the management interface answered", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
