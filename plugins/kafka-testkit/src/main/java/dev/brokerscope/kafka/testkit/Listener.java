package dev.brokerscope.kafka.testkit;

import java.util.Locale;

/// A way into the broker. The plain one is always there; the others cost a port each and are opened on request.
public enum Listener {
    /// No encryption, no sign-in.
    PLAIN("PLAINTEXT", ""),
    /// As plain as the first, but the broker names another port for it: that of a proxy ([KafkaSetup#behind]).
    DETOUR("PLAINTEXT", ""),
    /// The server shows a certificate; the client shows none.
    TLS("SSL", ""),
    /// Both sides show certificates.
    MUTUAL_TLS("SSL", ""),
    /// User and password in the clear, without encryption.
    SASL_PLAIN("SASL_PLAINTEXT", "PLAIN"),
    /// User and password by challenge, without encryption.
    SASL_SCRAM("SASL_PLAINTEXT", "SCRAM-SHA-512"),
    /// User and password by challenge, inside TLS.
    SASL_SCRAM_TLS("SASL_SSL", "SCRAM-SHA-512"),
    /// Signed bearer tokens of a {@link TokenServer}, without encryption.
    SASL_OAUTH("SASL_PLAINTEXT", "OAUTHBEARER");

    private final String protocol;
    private final String mechanism;

    Listener(String protocol, String mechanism) {
        this.protocol = protocol;
        this.mechanism = mechanism;
    }

    /// Kafka's `security.protocol`.
    public String protocol() {
        return protocol;
    }

    /// Kafka's `sasl.mechanism`, empty where nobody signs in.
    public String mechanism() {
        return mechanism;
    }

    /// Whether the server side needs certificates.
    public boolean encrypted() {
        return protocol.endsWith("SSL");
    }

    String listenerName() {
        return name().replace('_', '-');
    }

    String propertyPrefix() {
        return "listener.name." + listenerName().toLowerCase(Locale.ROOT) + ".";
    }
}
