package dev.brokerscope.bench.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The least that a Java program can do: reads a topic to its end, all partitions at once, and looks at the size of
/// each value.
final class RawConsumer {

    private RawConsumer() {}

    /// Arguments: bootstrap servers, topic, and client properties as `KEY=VALUE`.
    public static void main(String[] arguments) {
        Properties properties = Endings.properties(arguments[0], List.of(arguments).subList(2, arguments.length));
        long count = 0;
        long bytes = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Endings.partitions(consumer.partitionsFor(arguments[1]));
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            long wanted = Endings.sum(ends) - Endings.sum(consumer.beginningOffsets(partitions));
            while (count < wanted) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    count++;
                    bytes += record.value().length;
                }
            }
        }
        System.out.println(count + " messages, " + bytes + " bytes");
    }
}
