package dev.brokerscope.kafka.testkit.registry;

import dev.brokerscope.kafka.testkit.Certificates;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// How clients reach a registry: without or with credentials, in the clear or by TLS, with a certificate of their own.
public record RegistrySetup(Optional<String> authorization, Optional<Certificates> certificates,
        boolean clientCertificate, int port) {

    /// The user of {@link #basic}.
    public static final String USER = "alice";
    /// The password of {@link #basic}.
    public static final String PASSWORD = "alice-secret";
    /// The token of {@link #bearer}.
    public static final String TOKEN = "token-of-alice";

    /// No credentials, no encryption, any free port.
    public static RegistrySetup open() {
        return new RegistrySetup(Optional.empty(), Optional.empty(), false, 0);
    }

    /// With user and password.
    public RegistrySetup basic() {
        String pair = USER + ":" + PASSWORD;
        return new RegistrySetup(Optional.of("Basic " + Base64.getEncoder()
                .encodeToString(pair.getBytes(StandardCharsets.UTF_8))), certificates,
                clientCertificate, port);
    }

    /// With a bearer token.
    public RegistrySetup bearer() {
        return new RegistrySetup(Optional.of("Bearer " + TOKEN), certificates, clientCertificate, port);
    }

    /// Inside TLS.
    public RegistrySetup tls(Certificates stores) {
        return new RegistrySetup(authorization, Optional.of(stores), false, port);
    }

    /// Inside TLS, for clients that show a trusted certificate.
    public RegistrySetup mutualTls(Certificates stores) {
        return new RegistrySetup(authorization, Optional.of(stores), true, port);
    }

    /// At a chosen port.
    public RegistrySetup at(int chosen) {
        return new RegistrySetup(authorization, certificates, clientCertificate, chosen);
    }
}
