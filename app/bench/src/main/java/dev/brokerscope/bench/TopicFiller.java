package dev.brokerscope.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Fills a topic with a data set: keys of 8 digits, values from the seeded generator, partitions in turn.
record TopicFiller(String bootstrap, int partitions) {

    /// One seed for all: the same messages in every run.
    static final long SEED = 20_261_122;

    /// @return the share of entropy of the values
    double fill(String topic, DataSet data, String compression) {
        Map<String, Object> properties = new HashMap<>(Map.of("bootstrap.servers", bootstrap, "acks", "all",
                "linger.ms", 20, "batch.size", 128 << 10, "compression.type", compression));
        properties.put("max.request.size", 16 << 20);
        JsonMessages messages = new JsonMessages(SEED, data.size());
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < data.count(); i++) {
                byte[] value = messages.next();
                byte[] key = String.valueOf(10_000_000 + i % 100_000).getBytes(StandardCharsets.US_ASCII);
                producer.send(new ProducerRecord<>(topic, i % partitions, messages.time(), key, value),
                        (_, failed) -> {
                            if (failed != null) {
                                failure.set(failed);
                            }
                        });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The topic " + topic + " could not be filled", failure.get());
        }
        return messages.entropy();
    }
}
