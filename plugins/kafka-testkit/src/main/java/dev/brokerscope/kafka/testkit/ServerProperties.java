package dev.brokerscope.kafka.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// Writes `server.properties` of a node that is broker and controller at once, made for a quick start and for tests:
/// every internal topic has one partition and one replica, and no topic appears by accident.
record ServerProperties(KafkaSetup setup, Map<Listener, Integer> ports, int controllerPort, Path data,
        Optional<Certificates> certificates, Optional<TokenServer> tokens) {

    void writeTo(Path file) throws IOException {
        Properties written = new Properties();
        written.putAll(node());
        written.putAll(quick());
        ports.keySet().forEach(listener -> written.putAll(security(listener)));
        written.putAll(setup.properties());
        try (OutputStream out = Files.newOutputStream(file)) {
            written.store(out, null);
        }
    }

    private Map<String, String> node() {
        String open = ports.entrySet().stream()
                .map(entry -> entry.getKey().listenerName() + "://127.0.0.1:" + entry.getValue())
                .collect(Collectors.joining(","));
        String protocols = ports.keySet().stream()
                .map(listener -> listener.listenerName() + ":" + listener.protocol())
                .collect(Collectors.joining(","));
        Map<String, String> node = new LinkedHashMap<>();
        node.put("process.roles", "broker,controller");
        node.put("node.id", "1");
        node.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        node.put("listeners", open + ",CONTROLLER://127.0.0.1:" + controllerPort);
        node.put("advertised.listeners", ports.entrySet().stream()
                .map(entry -> advertised(entry.getKey(), entry.getValue())).collect(Collectors.joining(",")));
        node.put("listener.security.protocol.map", protocols + ",CONTROLLER:PLAINTEXT");
        node.put("controller.listener.names", "CONTROLLER");
        node.put("inter.broker.listener.name", Listener.PLAIN.listenerName());
        node.put("log.dirs", data.toString());
        return node;
    }

    private String advertised(Listener listener, int opened) {
        int port = listener == Listener.DETOUR ? setup.detour().orElse(opened) : opened;
        return listener.listenerName() + "://127.0.0.1:" + port;
    }

    private static Map<String, String> quick() {
        Map<String, String> quick = new LinkedHashMap<>();
        quick.put("auto.create.topics.enable", "false");
        quick.put("offsets.topic.replication.factor", "1");
        quick.put("offsets.topic.num.partitions", "1");
        quick.put("transaction.state.log.replication.factor", "1");
        quick.put("transaction.state.log.min.isr", "1");
        quick.put("transaction.state.log.num.partitions", "1");
        quick.put("share.coordinator.state.topic.replication.factor", "1");
        quick.put("share.coordinator.state.topic.min.isr", "1");
        quick.put("share.coordinator.state.topic.num.partitions", "1");
        quick.put("group.initial.rebalance.delay.ms", "0");
        quick.put("num.network.threads", "2");
        quick.put("num.io.threads", "4");
        quick.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
        quick.put("log.cleaner.backoff.ms", "500");
        quick.put("log.retention.check.interval.ms", "60000");
        quick.put("message.max.bytes", String.valueOf(16 << 20));
        quick.put("replica.fetch.max.bytes", String.valueOf(16 << 20));
        return quick;
    }

    private Map<String, String> security(Listener listener) {
        String prefix = listener.propertyPrefix();
        Map<String, String> security = new LinkedHashMap<>();
        if (listener.encrypted()) {
            Certificates stores = certificates.orElseThrow();
            security.put(prefix + "ssl.keystore.type", "PKCS12");
            security.put(prefix + "ssl.keystore.location", stores.serverKeyStore().toString());
            security.put(prefix + "ssl.keystore.password", Certificates.PASSWORD);
            security.put(prefix + "ssl.key.password", Certificates.PASSWORD);
            security.put(prefix + "ssl.truststore.type", "PKCS12");
            security.put(prefix + "ssl.truststore.location", stores.serverTrustStore().toString());
            security.put(prefix + "ssl.truststore.password", Certificates.PASSWORD);
            security.put(prefix + "ssl.client.auth", listener == Listener.MUTUAL_TLS ? "required" : "none");
        }
        if (!listener.mechanism().isEmpty()) {
            security.put(prefix + "sasl.enabled.mechanisms", mechanisms(listener));
            security.putAll(signIn(listener, prefix));
        }
        return security;
    }

    private static String mechanisms(Listener listener) {
        return listener.mechanism().startsWith("SCRAM") ? "SCRAM-SHA-256,SCRAM-SHA-512" : listener.mechanism();
    }

    private Map<String, String> signIn(Listener listener, String prefix) {
        return switch (listener) {
            case PLAIN, DETOUR, TLS, MUTUAL_TLS -> Map.of();
            case SASL_PLAIN -> Map.of(prefix + "plain.sasl.jaas.config",
                    "org.apache.kafka.common.security.plain.PlainLoginModule required user_" + KafkaServer.USER + "=\""
                            + KafkaServer.PASSWORD + "\";");
            case SASL_SCRAM, SASL_SCRAM_TLS -> Map.of(
                    prefix + "scram-sha-256.sasl.jaas.config", SCRAM_MODULE,
                    prefix + "scram-sha-512.sasl.jaas.config", SCRAM_MODULE);
            case SASL_OAUTH -> Map.of(
                    prefix + "oauthbearer.sasl.jaas.config",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                    prefix + "oauthbearer.sasl.server.callback.handler.class",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
                    prefix + "sasl.oauthbearer.jwks.endpoint.url", tokens.orElseThrow().keysUrl(),
                    prefix + "sasl.oauthbearer.expected.issuer", tokens.orElseThrow().issuer(),
                    prefix + "sasl.oauthbearer.expected.audience", TokenServer.AUDIENCE);
        };
    }

    private static final String SCRAM_MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule required;";
}
