package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.kafka.testkit.Certificates;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.testkit.TestHost;

/// Settings that pass each listener of the test broker, and the plugin that takes them.
record Connecting(KafkaServer server) {

    static final String PASSWORD = "@env:KAFKA_PASSWORD";
    static final String STORE = "@env:STORE_PASSWORD";

    static TestHost host() {
        return TestHost.withoutSecrets().with(PASSWORD, KafkaServer.PASSWORD).with(STORE, Certificates.PASSWORD);
    }

    Session session() throws FaultException, InterruptedException {
        return session(Listener.PLAIN);
    }

    Session session(Listener listener) throws FaultException, InterruptedException {
        return new KafkaPlugin().connect(settings(listener), host());
    }

    WritableSession writing() throws FaultException, InterruptedException {
        return writing(Listener.PLAIN);
    }

    WritableSession writing(Listener listener) throws FaultException, InterruptedException {
        return new KafkaPlugin().writeAccess().orElseThrow().connect(settings(listener), host());
    }

    Settings settings(Listener listener) {
        Settings settings = Settings.EMPTY.with("bootstrap.servers", server.bootstrapServers(listener))
                .with("security.protocol", listener.protocol()).with("timeout", "30s");
        if (listener.encrypted()) {
            settings = settings.with("ssl.truststore.type", "PKCS12").with("ssl.truststore.password", STORE)
                    .with("ssl.truststore.location", server.certificates().clientTrustStore().toString());
        }
        return switch (listener) {
            case PLAIN, DETOUR, TLS -> settings;
            case MUTUAL_TLS -> settings.with("ssl.keystore.type", "PKCS12").with("ssl.keystore.password", STORE)
                    .with("ssl.keystore.location", server.certificates().clientKeyStore().toString());
            case SASL_PLAIN, SASL_SCRAM, SASL_SCRAM_TLS -> settings.with("sasl.mechanism", listener.mechanism())
                    .with("sasl.username", KafkaServer.USER).with("sasl.password", PASSWORD);
            case SASL_OAUTH -> settings.with("sasl.mechanism", "OAUTHBEARER")
                    .with("sasl.oauthbearer.token.endpoint.url", server.tokens().tokenUrl())
                    .with("sasl.oauthbearer.client.id", KafkaServer.USER)
                    .with("sasl.oauthbearer.client.secret", PASSWORD);
        };
    }
}
