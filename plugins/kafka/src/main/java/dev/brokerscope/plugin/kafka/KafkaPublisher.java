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
import java.time.Duration;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Writes into one topic: idempotent, all replicas, in order per partition, in transactions where asked to.
///
/// Kafka refuses whole batches for one message. Then this publisher stops at once, before anything behind that batch is
/// written: what was refused is told, the rest is handed back.
final class KafkaPublisher implements Publisher {

    /// The size of batches where the topic's limit may not be seen.
    private static final long CAREFUL = 16 << 10;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaAdmin admin;
    private final PublishRequest request;
    private final AckListener acks;
    private final KafkaRecords records;
    private final TopicRules rules;
    private final Consumer<KafkaPublisher> whenClosed;
    private final Semaphore room;
    private final KafkaTransaction transaction;
    private final BitSet begun = new BitSet();
    private final BitSet opened = new BitSet();
    private final String what;
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong answersSeen = new AtomicLong(-1);
    private final TopicWatch watch;
    private volatile Optional<FaultException> stopped = Optional.empty();
    private volatile boolean gone;

    private KafkaPublisher(KafkaProducer<byte[], byte[]> producer, KafkaAdmin admin, PublishRequest request,
            AckListener acks, TopicRules rules, Uuid id, Consumer<KafkaPublisher> whenClosed) {
        this.producer = producer;
        this.admin = admin;
        this.request = request;
        this.acks = acks;
        this.rules = rules;
        this.records = new KafkaRecords(request, rules.partitions());
        this.whenClosed = whenClosed;
        this.room = new Semaphore(request.inFlight());
        this.what = "topic " + request.target().name();
        this.transaction = new KafkaTransaction(producer, admin.faults(), request.transaction().isPresent(), what);
        this.watch = new TopicWatch(admin, request.target().name(), id, this::overdue, this::gone);
    }

    /// Looks whether the topic is there first: a producer would ask the broker to create it.
    static KafkaPublisher open(KafkaAdmin admin, PublishRequest request, AckListener acks,
            Consumer<KafkaPublisher> whenClosed) throws FaultException, InterruptedException {
        String name = request.target().name();
        TopicDescription topic = admin.topic(name);
        TargetConfig config = TargetConfig.existing(admin, name);
        try {
            KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    admin.config().producer(config.number("max.message.bytes").orElse(CAREFUL), request.transaction()),
                    new ByteArraySerializer(), new ByteArraySerializer());
            KafkaPublisher publisher = new KafkaPublisher(producer, admin, request, acks,
                    new TopicRules(name, topic.partitions().size(), config), topic.topicId(), whenClosed);
            publisher.begin();
            return publisher;
        } catch (KafkaException failed) {
            throw admin.faults().of(failed, "topic " + name);
        }
    }

    private void begin() throws FaultException, InterruptedException {
        try {
            transaction.open();
            watch.start();
        } catch (FaultException | InterruptedException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        Map<MessagePart, Keep> keeps = new EnumMap<>(KafkaProfile.keeps(rules.timestampType()));
        boolean possible = keeps.get(MessagePart.TIMESTAMP) == Keep.OPTIONAL;
        keeps.put(MessagePart.TIMESTAMP, possible && request.keepTimestamp() ? Keep.EXACT : Keep.LOST);
        if (request.partitioning() != Partitioning.KEEP) {
            keeps.put(MessagePart.PARTITION, Keep.LOST);
        }
        return keeps;
    }

    @Override
    public boolean transactional() {
        return request.transaction().isPresent();
    }

    @Override
    public OptionalInt partitionOf(Message message) {
        return OptionalInt.of(records.partition(message));
    }

    @Override
    public Optional<FaultException> refusal(Message message) {
        return rules.refusal(message, records.partition(message), request.keepTimestamp());
    }

    @Override
    public void publish(List<Message> messages, long firstToken, AttributeSchema source)
            throws FaultException, InterruptedException {
        for (int i = 0; i < messages.size(); i++) {
            publish(messages.get(i), firstToken + i);
        }
    }

    private void publish(Message message, long token) throws FaultException, InterruptedException {
        Optional<FaultException> refusal = refusal(message);
        if (refusal.isPresent()) {
            acks.failed(token, refusal.get());
            return;
        }
        ProducerRecord<byte[], byte[]> record = records.of(message);
        room.acquire();
        try {
            boolean alone = rules.mayBeTooLarge(record);
            if (alone) {
                producer.flush(); // the client would fill the batch with others, and lose them with it
            } else {
                awaitOpened(records.partition(message));
            }
            if (stopped.isPresent()) {
                room.release();
                acks.returned(token, stopped.get());
                return;
            }
            transaction.begin();
            producer.send(record, (metadata, failure) -> answered(token, metadata, failure));
            if (alone) {
                producer.flush();
            }
        } catch (InterruptException interrupted) {
            room.release();
            Thread.interrupted(); // Kafka sets the flag again; the exception says it all
            throw new InterruptedException();
        } catch (KafkaException | IllegalStateException failed) {
            room.release();
            if (transactional()) {
                producer.flush(); // what failed the transaction is told by then
            }
            acks.returned(token, stopped.orElseThrow(
                    () -> admin.isClosed() ? admin.closed() : admin.faults().of(failed, what)));
        }
    }

    /// A partition's second message waits for its first: a broker that knows a producer's first batch takes no later one
    /// before it, but one that knows nothing yet would.
    private void awaitOpened(int partition) {
        if (opened.get(partition)) {
            return;
        }
        if (begun.get(partition)) {
            producer.flush();
            opened.set(partition);
        }
        begun.set(partition);
    }

    private void answered(long token, @Nullable RecordMetadata metadata, @Nullable Exception failure) {
        try {
            answers.incrementAndGet();
            if (failure != null) {
                failed(token, failure);
            } else if (metadata != null) {
                acknowledged(token, metadata);
            }
        } finally {
            room.release(); // last, since flush returns on it
        }
    }

    private void acknowledged(long token, RecordMetadata metadata) {
        if (metadata.hasOffset()) {
            acks.acknowledged(token, metadata.partition(), 0, metadata.offset());
        } else {
            acks.acknowledged(token, Optional.empty());
        }
    }

    /// On Kafka's own thread: nothing is sent before this returns.
    private void failed(long token, Exception failure) {
        FaultException fault = admin.faults().of(failure, what);
        switch (SendFailure.of(failure, stopped.isPresent(), transactional())) {
            case MESSAGE -> acks.failed(token, fault);
            case MESSAGE_AND_BATCH -> {
                stop(fault);
                acks.failed(token, fault);
            }
            case BATCH -> {
                stop(fault);
                acks.returned(token, fault);
            }
            case TARGET -> {
                stopped = stopped.or(() -> Optional.of(fault)); // each further message would wait as long
                acks.failed(token, ofTheTarget(fault));
            }
        }
    }

    /// Said of every message in flight, so that none of them is taken for one that was refused.
    private static FaultException ofTheTarget(FaultException fault) {
        return switch (fault.kind()) {
            case NOT_FOUND, REJECTED, UNSUPPORTED, REFUSED, TOO_LARGE -> new FaultException(FaultKind.INCOMPLETE,
                    fault.fault().code(), fault.fault().message(), fault.fault().remedy(), fault);
            case USAGE, INVALID_SETTINGS, UNREACHABLE, TIMEOUT, TLS, AUTHENTICATION, NOT_AUTHORISED, ALREADY_EXISTS,
                    POSITION_GONE, THROTTLED, INCOMPLETE, CORRUPT, WRONG_KEY, LOCKED, DISK_FULL, FILE_ACCESS, CANCELLED,
                    CLOSED, PLUGIN, INTERNAL -> fault;
        };
    }

    private void stop(FaultException why) {
        if (stopped.isEmpty()) {
            stopped = Optional.of(why);
            if (!transactional()) {
                producer.close(Duration.ZERO);
            }
        }
    }

    /// Whether something is in flight and nothing was answered since this was asked last.
    private boolean overdue() {
        long now = answers.get();
        return answersSeen.getAndSet(now) == now && room.availablePermits() < request.inFlight();
    }

    /// Hands back what is in flight, instead of trying for minutes.
    private void gone(FaultException why) {
        gone = true;
        stopped = stopped.or(() -> Optional.of(why));
        producer.close(Duration.ZERO);
    }

    /// A producer that was closed cannot take anything back; of a topic that is gone there is nothing to take back.
    private void takeBack() throws FaultException, InterruptedException {
        if (gone) {
            transaction.abortQuietly();
        } else {
            transaction.abort();
        }
    }

    @Override
    public void commit(Duration maxWait) throws FaultException, InterruptedException {
        if (!transactional()) {
            return;
        }
        producer.flush();
        if (stopped.isPresent()) {
            takeBack();
            return;
        }
        try {
            transaction.commit();
        } catch (FaultException failed) {
            if (stopped.isEmpty()) {
                throw failed;
            }
            takeBack();
        }
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
        watch.close();
        try {
            transaction.abortQuietly();
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
