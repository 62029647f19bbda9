package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.kafka.testkit.DamagedLog;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Readout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A broker whose disk has gone bad.
@ExtendWith(SharedKafka.class)
final class KafkaDamageTest {

    private final KafkaServer server;
    private final Connecting connecting;

    KafkaDamageTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
    }

    @Test
    void readsAroundADamagedBatchAndSaysWhatIsMissing() throws Exception {
        String topic = filled(5, 20);
        DamagedLog.Batch batch = new DamagedLog(server).damage(topic, 0, 47);

        Readout read = read(topic);

        assertEquals(List.of(gap(batch.first(), batch.last() + 1)), gaps(read));
        assertEquals(LongStream.range(0, 100).filter(o -> o < batch.first() || o > batch.last()).boxed().toList(),
                offsets(read));
        assertTrue(read.events().stream().anyMatch(e -> e instanceof Notice n && n.kind() == Notice.Kind.UNREADABLE
                && n.text().contains("partition 0")), () -> "" + read.events());
    }

    @Test
    void losesNothingBetweenTwoDamagedBatches() throws Exception {
        String topic = filled(6, 10);
        DamagedLog log = new DamagedLog(server);
        DamagedLog.Batch one = log.damage(topic, 0, 15);
        DamagedLog.Batch other = log.damage(topic, 0, 35);
        DamagedLog.Batch last = log.damage(topic, 0, 45);

        Readout read = read(topic);

        assertEquals(List.of(gap(one.first(), one.last() + 1), gap(other.first(), other.last() + 1),
                gap(last.first(), last.last() + 1)), gaps(read));
        assertEquals(60 - 30, read.messages().size());
    }

    @Test
    void comesToItsEndWhereTheLastBatchIsDamaged() throws Exception {
        String topic = filled(2, 10);
        new DamagedLog(server).damage(topic, 0, 19);

        Readout read = read(topic);

        assertEquals(List.of(gap(10, 20)), gaps(read));
        assertEquals(10, read.messages().size());
    }

    private Readout read(String topic) throws Exception {
        try (Session session = connecting.session()) {
            return Readout.of(session, OpenRequest.everything(KafkaPlugin.topic(topic)));
        }
    }

    private static CursorEvent.Gap gap(long from, long next) {
        return KafkaGaps.measured(0, from, next, GapReason.UNREADABLE);
    }

    private static List<CursorEvent> gaps(Readout read) {
        return read.events().stream().filter(e -> e instanceof CursorEvent.Gap).toList();
    }

    private static List<Long> offsets(Readout read) {
        return read.messages().stream().map(m -> m.position().lo()).toList();
    }

    /// Batches of so many messages each.
    private String filled(int batches, int size) {
        String topic = new Topics(server).create(Topics.fresh("damaged"), 1, Map.of());
        Map<String, Object> properties = new HashMap<>(server.clientProperties(Listener.PLAIN));
        properties.put("linger.ms", 5_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < batches * size; i++) {
                producer.send(new ProducerRecord<>(topic, 0, new byte[]{1}, new byte[100]));
                if (i % size == size - 1) {
                    producer.flush();
                }
            }
        }
        return topic;
    }
}
