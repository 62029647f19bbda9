package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.fault.FaultException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Finds the first message at or after a time. The broker's own answer may be a transaction marker, which carries the time
/// of its commit: in a topic with older timestamps that would begin too early and, worse, end too early. So each answer is
/// read on from until a message is there, which mostly is the first.
record KafkaTimes(KafkaAdmin admin, Isolation isolation, long millis) {

    private static final OpenRequest.Limits LIMITS = new OpenRequest.Limits(500, 1 << 20);
    private static final Duration WAIT = Duration.ofMillis(500);

    /// @param answers of the broker, -1 where it found none
    /// @param ends where to stop looking
    /// @return offsets of messages, or the ends where there are none
    Map<TopicPartition, Long> exact(Map<TopicPartition, Long> answers, Map<TopicPartition, Long> ends)
            throws FaultException, InterruptedException {
        Map<TopicPartition, Long> found = new HashMap<>(ends);
        Map<TopicPartition, Long> open = new HashMap<>();
        answers.forEach((partition, offset) -> {
            if (offset >= 0 && offset < ends.getOrDefault(partition, 0L)) {
                open.put(partition, offset);
            }
        });
        if (open.isEmpty()) {
            return found;
        }
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                admin.config().consumer(open.size(), isolation, LIMITS), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(open.keySet());
            open.forEach(consumer::seek);
            search(consumer, open, ends, found);
            return found;
        } catch (InterruptException interrupted) {
            Thread.interrupted(); // Kafka sets the flag again; the exception says it all
            throw new InterruptedException();
        } catch (KafkaException failed) {
            throw admin.faults().of(failed, "the messages at that time");
        }
    }

    private void search(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> open,
            Map<TopicPartition, Long> ends, Map<TopicPartition, Long> found) throws FaultException {
        long lastMove = System.nanoTime();
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                long end = ends.getOrDefault(partition, 0L);
                if (open.containsKey(partition) && record.offset() < end && record.timestamp() >= millis) {
                    found.put(partition, record.offset());
                    open.remove(partition);
                }
            }
            Map<TopicPartition, Long> positions = new HashMap<>();
            open.keySet().forEach(p -> positions.put(p, consumer.position(p)));
            boolean moved = !positions.equals(open);
            open.putAll(positions);
            open.entrySet().removeIf(e -> e.getValue() >= ends.getOrDefault(e.getKey(), 0L));
            consumer.assign(open.keySet());
            lastMove = moved ? System.nanoTime() : lastMove;
            if (System.nanoTime() - lastMove > admin.config().timeout().toNanos()) {
                throw admin.faults().timeout("the messages at that time");
            }
        }
    }
}
