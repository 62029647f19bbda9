package dev.brokerscope.kafka.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class KafkaServerTest {

    @Test
    void keepsMessagesAndPortOverACrash() throws Exception {
        try (KafkaServer server = KafkaServer.start()) {
            String topic = new Topics(server).create("kept", 2, Map.of());
            send(server.clientProperties(Listener.PLAIN), topic, "before");
            String address = server.bootstrapServers();

            server.kill();
            server.restart();

            assertEquals(address, server.bootstrapServers());
            assertEquals(List.of("before"), values(TopicReader.of(server), topic));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void answersAgainAfterAPause() throws Exception {
        try (KafkaServer server = KafkaServer.start()) {
            String topic = new Topics(server).create("paused", 1, Map.of());
            server.pause();
            assertThrows(ExecutionException.class, () -> send(impatient(server), topic, "lost"));

            server.resume();
            send(server.clientProperties(Listener.PLAIN), topic, "kept");

            assertTrue(values(TopicReader.of(server), topic).contains("kept"));
        }
    }

    @Test
    void endsWhenItIsClosed() throws Exception {
        KafkaServer server = KafkaServer.start();
        ProcessHandle broker = ProcessHandle.of(server.pid()).orElseThrow();

        server.close();

        assertFalse(broker.isAlive());
    }

    @Test
    void diesWithTheProcessThatStartedIt() throws Exception {
        Process parent = new ProcessBuilder(java(), "-cp", System.getProperty("java.class.path"),
                ServerOwner.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String pid = parent.inputReader(StandardCharsets.UTF_8).readLine();
        ProcessHandle broker = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();

        parent.destroyForcibly().waitFor();

        assertEquals(broker, broker.onExit().get(30, TimeUnit.SECONDS));
    }

    @Test
    void saysWhyABrokerDoesNotStart() {
        KafkaSetup wrong = KafkaSetup.plain().with("log.cleaner.threads", "many");

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> KafkaServer.start(wrong));

        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("log.cleaner.threads"), said);
    }

    @Test
    void letsClientsInThroughEveryListener() throws Exception {
        KafkaSetup setup = KafkaSetup.plain();
        for (Listener listener : Listener.values()) {
            setup = setup.with(listener);
        }
        System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", "");
        try (KafkaServer server = KafkaServer.start(setup)) {
            System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", server.tokens().tokenUrl());
            for (Listener listener : Listener.values()) {
                Map<String, Object> client = server.clientProperties(listener);
                String topic = new Topics(server).create("through-" + listener.name(), 1, Map.of());
                send(client, topic, listener.name());
                assertEquals(List.of(listener.name()), values(new TopicReader(client), topic));
            }
        } finally {
            System.clearProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls");
        }
    }

    private static Map<String, Object> impatient(KafkaServer server) {
        Map<String, Object> client = new HashMap<>(server.clientProperties(Listener.PLAIN));
        client.putAll(Map.of("max.block.ms", 500, "delivery.timeout.ms", 500, "request.timeout.ms", 400,
                "linger.ms", 0));
        return client;
    }

    private static void send(Map<String, Object> client, String topic, String value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client, new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8))).get();
        }
    }

    private static List<String> values(TopicReader reader, String topic) {
        return reader.messages(topic).stream().map(message -> message.content().value()).flatMap(Optional::stream)
                .map(value -> new String(value.toArray(), StandardCharsets.UTF_8)).toList();
    }

    private static String java() {
        return System.getProperty("java.home") + "/bin/java";
    }
}
