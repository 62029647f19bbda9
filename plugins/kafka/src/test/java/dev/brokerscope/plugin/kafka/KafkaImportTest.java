package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.brokerscope.api.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KafkaImportTest {

    private final KafkaPlugin plugin = new KafkaPlugin();

    @Test
    void takesWhatItKnows() {
        Settings settings = plugin.importText("""
                # a client of Confluent Cloud
                bootstrap.servers=pkc-1.example.org:9092
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                  username="ABC" password="${env:KAFKA_SECRET}";
                fetch.min.bytes=1
                """).orElseThrow();
        assertEquals(Map.of("bootstrap.servers", "pkc-1.example.org:9092", "security.protocol", "SASL_SSL",
                "sasl.mechanism", "PLAIN", "sasl.username", "ABC", "sasl.password", "@env:KAFKA_SECRET",
                "properties.fetch.min.bytes", "1"), settings.values());
        assertEquals(List.of(), plugin.settings().problems(settings));
    }

    @Test
    void takesKcatConfiguration() {
        Settings settings =
                plugin.importText("metadata.broker.list=a:1,b:2\nsasl.mechanisms=SCRAM-SHA-256\n").orElseThrow();
        assertEquals(Optional.of("a:1,b:2"), settings.get("bootstrap.servers"));
        assertEquals(Optional.of("SCRAM-SHA-256"), settings.get("sasl.mechanism"));
    }

    @Test
    void leavesSecretsInTheClearBehind() {
        Settings settings = plugin.importText("""
                bootstrap.servers=a:1
                ssl.truststore.password=hunter2
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required password="hunter2";
                """).orElseThrow();
        assertFalse(settings.toString().contains("hunter2"), "a secret was taken over in the clear");
    }

    @Test
    void leavesWhatLoadsCodeOrReadsFilesBehind() {
        Settings settings = plugin.importText("""
                bootstrap.servers=a:1
                interceptor.classes=evil.Interceptor
                config.providers=file
                config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
                ssl.engine.factory.class=evil.Factory
                sasl.jaas.config=com.sun.security.auth.module.JndiLoginModule required user.provider.url="ldap://evil";
                sasl.login.callback.handler.class=evil.Handler
                metric.reporters=evil.Reporter
                key.deserializer=evil.Deserializer
                """).orElseThrow();
        assertEquals(Map.of("bootstrap.servers", "a:1"), settings.values());
    }

    @Test
    void doesNotUnderstandOtherText() {
        assertEquals(Optional.empty(), plugin.importText("amqp://localhost"));
        assertEquals(Optional.empty(), plugin.importText("a=\\u12"));
    }
}
