package dev.brokerscope.plugin.rabbitmq.manage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitConfig;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Asks the management API. Any thread.
public final class ManagementClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 404;

    private final RabbitConfig config;
    private final RabbitConfig.Management management;
    private final HttpClient http;

    public ManagementClient(RabbitConfig config, RabbitConfig.Management management) {
        this.config = config;
        this.management = management;
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(config.timeout());
        config.tls().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /// Where it is, without what a URL may hold besides.
    public String address() {
        URI url = management.url();
        return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    /// @param path its elements, not yet encoded
    Map<String, Object> object(String query, String... path) throws FaultException, InterruptedException {
        return read(ask(query, path), new TypeReference<>() {});
    }

    List<Map<String, Object>> list(String query, String... path) throws FaultException, InterruptedException {
        return read(ask(query, path), new TypeReference<>() {});
    }

    /// The server's own summary: `rabbitmq_version`, `cluster_name`.
    public Map<String, Object> overview() throws FaultException, InterruptedException {
        return object("?columns=rabbitmq_version,cluster_name,node", "overview");
    }

    private byte[] ask(String query, String... path) throws FaultException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(query, path)).timeout(config.timeout())
                .header("Authorization", "Basic " + credentials()).header("Accept", "application/json").build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == OK) {
                return answer.body();
            }
            throw refused(answer.statusCode(), path);
        } catch (HttpTimeoutException e) {
            throw new FaultException(FaultKind.TIMEOUT, "management.timeout",
                    "The management API on " + address() + " did not answer in time.",
                    "Check the address, or leave the management URL out.", e);
        } catch (IOException e) {
            throw RabbitFaults.of(address(), e);
        }
    }

    private URI uri(String query, String... path) {
        StringBuilder url = new StringBuilder(management.url().toString().replaceFirst("/+$", "")).append("/api");
        for (String element : path) {
            url.append('/').append(URLEncoder.encode(element, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return URI.create(url.append(query).toString());
    }

    private String credentials() {
        String user = management.signIn().user() + ":" + new String(management.signIn().password());
        return Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private FaultException refused(int status, String... path) {
        return switch (status) {
            case UNAUTHORISED -> new FaultException(FaultKind.AUTHENTICATION, "management.sign-in",
                    "The management API on " + address() + " does not let \"" + management.signIn().user() + "\" in.",
                    "Check user and password, and whether the user has the tag \"management\" or \"monitoring\".");
            case FORBIDDEN -> new FaultException(FaultKind.NOT_AUTHORISED, "management.not-authorised",
                    "\"" + management.signIn().user() + "\" may not see " + String.join("/", path) + ".",
                    "Ask for the tag \"monitoring\", or for a permission on the virtual host.");
            case UNKNOWN -> RabbitFaults.unknown(String.join(" ", path));
            default -> new FaultException(FaultKind.REJECTED, "management.refused",
                    "The management API on " + address() + " answered with status " + status + ".",
                    "Check the URL, and whether the plugin rabbitmq_management is enabled.");
        };
    }

    private <T> T read(byte[] json, TypeReference<T> type) throws FaultException {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new FaultException(FaultKind.CORRUPT, "management.no-json",
                    "What answers on " + address() + " is no management API.", "Check the URL.", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
