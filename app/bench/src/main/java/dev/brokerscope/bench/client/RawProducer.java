package dev.brokerscope.bench.client;

import dev.brokerscope.bench.JsonMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The least that a Java program can do: sends messages that were made before, round robin over the partitions.
final class RawProducer {

    private static final int VARIANTS = 1_000;

    private RawProducer() {}

    /// Arguments: bootstrap servers, topic, partitions, count, size, and client properties as `KEY=VALUE`.
    public static void main(String[] arguments) {
        Properties properties = Endings.properties(arguments[0], List.of(arguments).subList(5, arguments.length));
        int partitions = Integer.parseInt(arguments[2]);
        int count = Integer.parseInt(arguments[3]);
        JsonMessages messages = new JsonMessages(1, Integer.parseInt(arguments[4]));
        List<byte[]> values = new ArrayList<>();
        for (int i = 0; i < Math.min(count, VARIANTS); i++) {
            values.add(messages.next());
        }
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(arguments[1], i % partitions, null, values.get(i % values.size())),
                        (_, failed) -> {
                            if (failed != null) {
                                failure.set(failed);
                            }
                        });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Not all messages were taken", failure.get());
        }
    }
}
