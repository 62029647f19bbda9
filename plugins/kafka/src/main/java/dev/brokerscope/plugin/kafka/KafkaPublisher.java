package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Writes into one topic: idempotent, all replicas, in order per partition.
final class KafkaPublisher implements Publisher {

    /// The size of batches where the topic's limit may not be seen.
    private static final long CAREFUL = 16 << 10;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaAdmin admin;
    private final PublishRequest request;
    private final AckListener acks;
    private final KafkaRecords records;
    private final Map<MessagePart, Keep> effective;
    private final Consumer<KafkaPublisher> whenClosed;
    private final Semaphore room;
    private final String what;

    private KafkaPublisher(KafkaProducer<byte[], byte[]> producer, KafkaAdmin admin, PublishRequest request,
            AckListener acks, KafkaRecords records, Map<MessagePart, Keep> effective,
            Consumer<KafkaPublisher> whenClosed) {
        this.producer = producer;
        this.admin = admin;
        this.request = request;
        this.acks = acks;
        this.records = records;
        this.effective = Map.copyOf(effective);
        this.whenClosed = whenClosed;
        this.room = new Semaphore(request.inFlight());
        this.what = "topic " + request.target().name();
    }

    /// Looks whether the topic is there first: a producer would ask the broker to create it.
    static KafkaPublisher open(KafkaAdmin admin, PublishRequest request, AckListener acks,
            Consumer<KafkaPublisher> whenClosed) throws FaultException, InterruptedException {
        String name = request.target().name();
        int partitions = admin.topic(name).partitions().size();
        TargetConfig config = TargetConfig.existing(admin, name);
        try {
            KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(admin.config().producer(config.number("max.message.bytes").orElse(CAREFUL)),
                            new ByteArraySerializer(), new ByteArraySerializer());
            return new KafkaPublisher(producer, admin, request, acks, new KafkaRecords(request, partitions),
                    effective(request, config.text("message.timestamp.type")), whenClosed);
        } catch (KafkaException failed) {
            throw admin.faults().of(failed, "topic " + name);
        }
    }

    private static Map<MessagePart, Keep> effective(PublishRequest request, Optional<String> timestampType) {
        Map<MessagePart, Keep> keeps = new EnumMap<>(KafkaProfile.keeps(timestampType));
        boolean possible = keeps.get(MessagePart.TIMESTAMP) == Keep.OPTIONAL;
        keeps.put(MessagePart.TIMESTAMP, possible && request.keepTimestamp() ? Keep.EXACT : Keep.LOST);
        if (request.partitioning() != Partitioning.KEEP) {
            keeps.put(MessagePart.PARTITION, Keep.LOST);
        }
        return keeps;
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        return effective;
    }

    @Override
    public void publish(List<Message> messages, long firstToken, AttributeSchema source)
            throws FaultException, InterruptedException {
        for (int i = 0; i < messages.size(); i++) {
            publish(messages.get(i), firstToken + i);
        }
    }

    private void publish(Message message, long token) throws FaultException, InterruptedException {
        if (!records.hasPartition(message)) {
            acks.failed(token, noPartition(message));
            return;
        }
        room.acquire();
        try {
            producer.send(records.of(message), (metadata, failure) -> answered(token, metadata, failure));
        } catch (InterruptException interrupted) {
            room.release();
            Thread.interrupted(); // Kafka sets the flag again; the exception says it all
            throw new InterruptedException();
        } catch (KafkaException | IllegalStateException failed) {
            room.release();
            throw admin.isClosed() ? admin.closed() : admin.faults().of(failed, what);
        }
    }

    private void answered(long token, @Nullable RecordMetadata metadata, @Nullable Exception failure) {
        try {
            if (failure != null) {
                acks.failed(token, admin.faults().of(failure, what));
            } else if (metadata != null) {
                acks.acknowledged(token, metadata.hasOffset()
                        ? Optional.of(Position.of(metadata.partition(), metadata.offset())) : Optional.empty());
            }
        } finally {
            room.release(); // last, since flush returns on it
        }
    }

    private FaultException noPartition(Message message) {
        return new FaultException(FaultKind.NOT_FOUND, "kafka.unknown-partition",
                "Topic " + request.target().name() + " has no partition " + message.partition() + ".",
                "Choose a target with as many partitions, or spread by key.");
    }

    @Override
    public void flush(Duration maxWait) throws FaultException, InterruptedException {
        int all = request.inFlight();
        if (!room.tryAcquire(all, maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
            throw admin.faults().timeout((all - room.availablePermits()) + " messages for " + what);
        }
        room.release(all);
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            producer.close(Duration.ZERO);
        } catch (KafkaException ignored) {
            // what was in flight has been given up
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        whenClosed.accept(this);
    }
}
