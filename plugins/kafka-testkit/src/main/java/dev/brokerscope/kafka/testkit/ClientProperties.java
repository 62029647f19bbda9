package dev.brokerscope.kafka.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a plain Kafka client needs to pass a listener.
final class ClientProperties {

    private ClientProperties() {
    }

    static Map<String, Object> of(KafkaServer server, Listener listener) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("bootstrap.servers", server.bootstrapServers(listener));
        client.put("security.protocol", listener.protocol());
        if (listener.encrypted()) {
            Certificates stores = server.certificates();
            client.put("ssl.truststore.type", "PKCS12");
            client.put("ssl.truststore.location", stores.clientTrustStore().toString());
            client.put("ssl.truststore.password", Certificates.PASSWORD);
        }
        if (listener == Listener.MUTUAL_TLS) {
            client.put("ssl.keystore.type", "PKCS12");
            client.put("ssl.keystore.location", server.certificates().clientKeyStore().toString());
            client.put("ssl.keystore.password", Certificates.PASSWORD);
            client.put("ssl.key.password", Certificates.PASSWORD);
        }
        if (!listener.mechanism().isEmpty()) {
            client.put("sasl.mechanism", listener.mechanism());
            client.putAll(signIn(server, listener));
        }
        return client;
    }

    private static Map<String, Object> signIn(KafkaServer server, Listener listener) {
        String user = " required username=\"" + KafkaServer.USER + "\" password=\"" + KafkaServer.PASSWORD + "\";";
        return switch (listener) {
            case PLAIN, DETOUR, TLS, MUTUAL_TLS -> Map.of();
            case SASL_PLAIN -> Map.of("sasl.jaas.config",
                    "org.apache.kafka.common.security.plain.PlainLoginModule" + user);
            case SASL_SCRAM, SASL_SCRAM_TLS -> Map.of("sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule" + user);
            case SASL_OAUTH -> Map.of(
                    "sasl.jaas.config", "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                    "sasl.login.callback.handler.class",
                    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                    "sasl.oauthbearer.client.credentials.client.id", KafkaServer.USER,
                    "sasl.oauthbearer.client.credentials.client.secret", KafkaServer.PASSWORD,
                    "sasl.oauthbearer.token.endpoint.url", server.tokens().tokenUrl());
        };
    }
}
