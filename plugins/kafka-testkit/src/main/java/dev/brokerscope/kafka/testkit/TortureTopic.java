package dev.brokerscope.kafka.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A topic with everything that tools get wrong: null, empty and binary keys, values and header values, headers that
/// repeat, messages of a megabyte, timestamps of any age, transactions committed and aborted, all kinds of
/// compression. The seed decides everything; {@link TopicReader} tells what is visible.
public record TortureTopic(KafkaServer server, String name, int partitions, long seed) {

    private static final int CHUNK = 50;
    private static final List<String> COMPRESSIONS = List.of("none", "gzip", "lz4", "zstd");

    /// Creates the topic; nothing but a restore's own mistake makes a message disappear from it.
    public static TortureTopic create(KafkaServer server, String name, int partitions, long seed) {
        new Topics(server).create(name, partitions, Map.of("segment.ms", String.valueOf(Long.MAX_VALUE),
                "message.timestamp.before.max.ms", String.valueOf(Long.MAX_VALUE),
                "message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE)));
        return new TortureTopic(server, name, partitions, seed);
    }

    /// Sends so many messages, about a sixth of them in transactions that are aborted.
    public TortureTopic fill(int messages) {
        System.out.println("torture topic " + name + ", seed " + seed);
        TortureMessages generated = new TortureMessages(name, partitions, seed);
        try (Producers producers = new Producers(server, name)) {
            for (int sent = 0, chunk = 0; sent < messages; sent += CHUNK, chunk++) {
                List<ProducerRecord<byte[], byte[]>> records = Stream.generate(generated::next)
                        .limit(Math.min(CHUNK, messages - sent)).toList();
                producers.send(records, chunk);
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The torture topic could not be filled", failed);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", cancelled);
        }
        return this;
    }

    /// One transactional and one plain producer for each compression, used in turn.
    private static final class Producers implements AutoCloseable {

        private final List<KafkaProducer<byte[], byte[]>> plain;
        private final List<KafkaProducer<byte[], byte[]>> transactional;

        Producers(KafkaServer server, String name) {
            plain = COMPRESSIONS.stream().map(compression -> producer(server, Map.of("compression.type", compression)))
                    .toList();
            transactional = COMPRESSIONS.stream().map(compression -> producer(server,
                    Map.of("compression.type", compression, "transactional.id", name + "-" + compression))).toList();
            transactional.forEach(KafkaProducer::initTransactions);
        }

        /// Of six chunks, two are committed, one is aborted, three need no transaction.
        void send(List<ProducerRecord<byte[], byte[]>> records, int chunk)
                throws ExecutionException, InterruptedException {
            int compression = chunk / 6 % COMPRESSIONS.size();
            switch (chunk % 6) {
                case 1, 3 -> {
                    transactional.get(compression).beginTransaction();
                    flush(transactional.get(compression), records);
                    transactional.get(compression).commitTransaction();
                }
                case 4 -> {
                    transactional.get(compression).beginTransaction();
                    flush(transactional.get(compression), records);
                    transactional.get(compression).abortTransaction();
                }
                default -> flush(plain.get(compression), records);
            }
        }

        @Override
        public void close() {
            Stream.concat(plain.stream(), transactional.stream()).forEach(KafkaProducer::close);
        }

        private static void flush(KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records)
                throws ExecutionException, InterruptedException {
            List<Future<RecordMetadata>> acks = records.stream().map(producer::send).toList();
            producer.flush();
            for (Future<RecordMetadata> ack : acks) {
                ack.get();
            }
        }

        private static KafkaProducer<byte[], byte[]> producer(KafkaServer server, Map<String, Object> more) {
            Map<String, Object> properties = new HashMap<>(server.clientProperties(Listener.PLAIN));
            properties.put("max.request.size", 8 << 20);
            properties.put("max.in.flight.requests.per.connection", 1);
            properties.putAll(more);
            return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
    }
}
