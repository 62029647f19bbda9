package dev.brokerscope.kafka.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// A compacted topic that the broker has really compacted, so that its offsets have holes.
public final class CompactedTopic {

    private static final int KEYS = 20;
    private static final int ROUNDS = 30;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private CompactedTopic() {
    }

    /// Creates the topic, writes each of 20 keys 30 times, and returns when the broker has dropped older values
    /// (a few seconds). One partition; the last key is deleted by a tombstone.
    public static String create(KafkaServer server, String name) throws InterruptedException {
        new Topics(server).create(name, 1, Map.of("cleanup.policy", "compact", "segment.bytes", "1048576",
                "segment.ms", "200", "min.cleanable.dirty.ratio", "0.01", "delete.retention.ms", "86400000"));
        Instant deadline = Instant.now().plus(LIMIT);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(server.clientProperties(Listener.PLAIN),
                new StringSerializer(), new StringSerializer())) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int key = 0; key < KEYS; key++) {
                    producer.send(new ProducerRecord<>(name, "key-" + key, "value " + round));
                }
            }
            producer.send(new ProducerRecord<>(name, "key-" + (KEYS - 1), null));
            producer.flush();
            while (TopicReader.of(server).messages(name).size() > 3 * KEYS) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("The topic " + name + " was not compacted within " + LIMIT);
                }
                Thread.sleep(300);
                producer.send(new ProducerRecord<>(name, "roll", "rolls the segment at " + Instant.now())).get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The topic " + name + " could not be filled", failed);
        }
        return name;
    }
}
