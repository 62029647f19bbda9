package dev.brokerscope.demo.sample;

import dev.brokerscope.kafka.testkit.registry.SchemaRegistryServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/// `payments`: Avro in Confluent's framing, its schema evolving from version 1 to 3 while the topic runs, now and then
/// in transactions, of which some are aborted.
public record Payments(Timeline timeline, int count, SchemaRegistryServer registry) implements SampleTopic {

    private static final int TRANSACTION = 12;

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public int partitions() {
        return 4;
    }

    @Override
    public Map<String, String> config() {
        return Map.of();
    }

    @Override
    public void fill(SampleWriter writer) {
        List<PaymentSchemas.Registered> schemas = PaymentSchemas.register(registry);
        SplittableRandom random = new SplittableRandom(3);
        PaymentEncoder encoder = new PaymentEncoder(random);
        long[] moments = timeline.moments(count, random);
        List<ProducerRecord<byte[], byte[]>> pending = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // The first third is version 1, the second version 2; then services are moved to version 3 one by one.
            int version = Math.min(2, i * 3 / count);
            PaymentSchemas.Registered schema = schemas.get(version == 2 && i % 11 == 0 ? 1 : version);
            SampleMessage message = SampleMessage.to(name(), moments[i]).key("PAY-" + (88_000 + i))
                    .value(encoder.encode(schema, i, moments[i]))
                    .header("type", "payment").header("traceparent", People.trace(random))
                    .header("attempt", new byte[]{(byte) (1 + i % 3)});
            if (i % 400 < TRANSACTION) {
                pending.add(message.build());
            } else {
                writer.send(message.build());
            }
            if (pending.size() == TRANSACTION) {
                finish(writer, pending, i / 400 % 3 == 2);
                pending = new ArrayList<>();
            }
        }
    }

    private static void finish(SampleWriter writer, List<ProducerRecord<byte[], byte[]>> messages, boolean abort) {
        if (abort) {
            writer.abort(messages);
        } else {
            writer.commit(messages);
        }
    }
}
