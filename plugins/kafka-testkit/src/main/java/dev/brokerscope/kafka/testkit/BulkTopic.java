package dev.brokerscope.kafka.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Fills a topic with very many messages of one size, as fast as the client goes: JSON with a running number and text
/// that compresses like text, keys that repeat, one message each ten milliseconds.
public record BulkTopic(KafkaServer server, String name, int partitions) {

    /// The timestamp of the first message, in milliseconds.
    public static final long FIRST_TIME = 1_790_000_000_000L;

    /// Room for the running number.
    private static final String HEAD = "{\"n\":          ";
    private static final int VARIANTS = 512;
    private static final List<String> WORDS = List.of("order", "captured", "refund", "shipment", "customer", "pending",
            "Zürich", "tea", "invoice", "declined", "warehouse", "label");

    /// Creates the topic and fills it; a message's value has exactly `size` bytes.
    public static BulkTopic create(KafkaServer server, String name, int partitions, int count, int size) {
        new Topics(server).create(name, partitions, Map.of());
        BulkTopic topic = new BulkTopic(server, name, partitions);
        topic.fill(count, size);
        return topic;
    }

    private void fill(int count, int size) {
        Map<String, Object> properties = new HashMap<>(server.clientProperties(Listener.PLAIN));
        properties.putAll(Map.of("acks", "1", "enable.idempotence", false, "batch.size", 256 << 10, "linger.ms", 20,
                "buffer.memory", 64L << 20));
        List<byte[]> bodies = bodies(size);
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                byte[] key = ("key-" + i % 50_000).getBytes(StandardCharsets.US_ASCII);
                producer.send(new ProducerRecord<>(name, i % partitions, FIRST_TIME + i * 10L, key,
                        numbered(bodies.get(i % VARIANTS), i)), (metadata, failed) -> {
                            if (failed != null) {
                                failure.set(failed);
                            }
                        });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The topic " + name + " could not be filled", failure.get());
        }
    }

    private static List<byte[]> bodies(int size) {
        SplittableRandom random = new SplittableRandom(size);
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < VARIANTS; i++) {
            StringBuilder text = new StringBuilder(HEAD).append(",\"text\":\"");
            while (text.toString().getBytes(StandardCharsets.UTF_8).length < size - 2) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ').append(random.nextInt(100_000))
                        .append(' ');
            }
            byte[] all = text.toString().getBytes(StandardCharsets.UTF_8);
            byte[] body = Arrays.copyOf(all, size);
            body[size - 2] = '"';
            body[size - 1] = '}';
            bodies.add(body);
        }
        return bodies;
    }

    private static byte[] numbered(byte[] body, int number) {
        byte[] value = body.clone();
        byte[] digits = String.valueOf(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, value, HEAD.length() - digits.length, digits.length);
        return value;
    }
}
