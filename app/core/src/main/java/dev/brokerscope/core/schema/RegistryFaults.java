package dev.brokerscope.core.schema;

import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;

/// What can go wrong with a registry, in sentences.
final class RegistryFaults {

    private static final int EXCERPT = 200;

    private final String registry;
    private final long seconds;

    RegistryFaults(RegistrySettings settings) {
        registry = "The schema registry " + settings.displayUrl();
        seconds = Math.max(1, settings.timeout().toSeconds());
    }

    FaultException unknown(SchemaId id) {
        return fault(FaultKind.NOT_FOUND, "registry.unknown-schema",
                "Schema " + words(id) + " is not in " + registry.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        + registry.substring(1) + ".",
                "Check that it is the registry of this broker, or pick a schema file with Decode as.");
    }

    private static String words(SchemaId id) {
        return switch (id.scheme()) {
            case "id" -> id.value();
            case "content", "global" -> "with the " + id.scheme() + " id " + id.value();
            default -> id.notation();
        };
    }

    FaultException failed(IOException e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (e instanceof HttpTimeoutException) {
            return timeout();
        }
        if (e instanceof SSLException || root instanceof java.security.GeneralSecurityException) {
            return new FaultException(FaultKind.TLS, "registry.tls", registry + " and we cannot agree on TLS.",
                    "Check its certificate, the trust store and the client certificate.", e);
        }
        String why = e instanceof ConnectException && root instanceof UnresolvedAddressException
                ? " has a host name that nobody knows."
                : e instanceof ConnectException ? " does not accept connections." : " broke the connection.";
        return new FaultException(FaultKind.UNREACHABLE, "registry.unreachable", registry + why,
                "Check its URL, whether it is up, and whether you need a VPN.", e);
    }

    FaultException timeout() {
        return fault(FaultKind.TIMEOUT, "registry.timeout", registry + " did not answer within " + seconds + " s.",
                "Check its URL, and whether you need a VPN.");
    }

    FaultException tooLarge(long most) {
        return fault(FaultKind.TOO_LARGE, "registry.too-large",
                registry + " answered with more than " + (most >> 20) + " MiB.", "Check that its URL is right.");
    }

    FaultException elsewhere(String host) {
        return fault(FaultKind.REFUSED, "registry.redirect",
                registry + " wants to send us to " + host + ", which was refused.",
                "Give the URL of that registry, if you trust it.");
    }

    FaultException lying(String what) {
        return fault(FaultKind.CORRUPT, "registry.answer", registry + " answered with " + what + ".",
                "Check that its URL is right and leads to a registry's API.");
    }

    /// Of an answer that is no success.
    FaultException status(int status, byte[] body) {
        Fault fault = switch (status) {
            case 401 -> Fault.of(FaultKind.AUTHENTICATION, "registry.authentication",
                    registry + " does not accept the user or token.", "Check how the connection signs in.");
            case 403 -> Fault.of(FaultKind.NOT_AUTHORISED, "registry.rights", registry + " does not let us read.",
                    "Ask for the right to read schemas.");
            case 404 -> Fault.of(FaultKind.NOT_FOUND, "registry.path", registry + " has nothing at that address.",
                    "Check that its URL leads to a registry's API.");
            case 429 -> Fault.of(FaultKind.THROTTLED, "registry.throttled", registry + " asks us to slow down.",
                    "Try again later.");
            default ->
                    Fault.of(FaultKind.REJECTED, "registry.status", registry + " answered with status " + status + ".",
                            "Try again later, or ask who runs it.");
        };
        String excerpt = new String(body, 0, Math.min(body.length, EXCERPT), StandardCharsets.UTF_8);
        return new FaultException(body.length == 0 ? fault : fault.withDetails(excerpt));
    }

    private static FaultException fault(FaultKind kind, String code, String message, String remedy) {
        return new FaultException(kind, code, message, remedy);
    }
}
