package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The consumer of a cursor and how far it is in each partition. One thread, except `wake`.
final class KafkaFetcher {

    private static final Duration POSITION_WAIT = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final MetadataBell bell;
    private final KafkaAdmin admin;
    private final KafkaPlan plan;
    private final OpenRequest request;
    private final String what;
    /// By partition number; only those that are read.
    private final PartitionReading[] readings;
    private long positions;
    private boolean closed;

    private KafkaFetcher(KafkaConsumer<byte[], byte[]> consumer, MetadataBell bell, KafkaAdmin admin,
            OpenRequest request,
            KafkaPlan plan) {
        this.consumer = consumer;
        this.bell = bell;
        this.admin = admin;
        this.request = request;
        this.plan = plan;
        this.what = "topic " + plan.topic().name();
        this.readings = new PartitionReading[plan.topic().partitions().size()];
        plan.readings().forEach(r -> readings[r.number()] = r);
    }

    static KafkaFetcher open(KafkaAdmin admin, OpenRequest request, KafkaPlan plan) throws FaultException {
        try {
            MetadataBell bell = new MetadataBell();
            KafkaFetcher fetcher = new KafkaFetcher(new KafkaConsumer<>(
                    admin.config().consumer(plan.readings().size(), request.isolation(), request.limits()),
                    new ByteArrayDeserializer(), bell), bell, admin, request, plan);
            fetcher.assign();
            plan.readings().stream().filter(r -> !r.finished())
                    .forEach(r -> fetcher.consumer.seek(r.partition(), r.next()));
            return fetcher;
        } catch (KafkaException failed) {
            throw admin.faults().of(failed, "topic " + plan.topic().name());
        }
    }

    private void assign() {
        consumer.assign(plan.readings().stream().filter(r -> !r.finished()).map(PartitionReading::partition).toList());
    }

    boolean finished() {
        return plan.readings().stream().allMatch(PartitionReading::finished);
    }

    boolean bounded() {
        return plan.readings().stream().allMatch(PartitionReading::bounded);
    }

    List<Position> checkpoint() {
        return plan.readings().stream().map(PartitionReading::checkpoint).toList();
    }

    /// Of a partition that is read.
    PartitionReading reading(int partition) {
        return readings[partition];
    }

    /// Steps behind the offset and reports the hole before it.
    void passTo(PartitionReading reading, long offset, KafkaBatch batch) {
        if (offset > reading.next()) {
            batch.add(plan.gaps().hole(reading.number(), reading.next(), offset));
        }
        reading.next(offset + 1);
    }

    /// Once every fetched record is handed out: ends the partitions whose position has come to their end.
    ///
    /// @return whether any position moved since the last call
    boolean settle(KafkaBatch batch) throws FaultException {
        long sum = 0;
        boolean ended = false;
        for (PartitionReading reading : plan.readings()) {
            if (consumer.assignment().contains(reading.partition())) {
                long position = position(reading);
                sum += position;
                if (reading.endsBy(position)) {
                    long end = reading.bounded(position);
                    batch.add(plan.gaps().hole(reading.number(), reading.next(), end));
                    reading.next(end);
                }
                ended |= reading.finished();
            }
        }
        if (ended) {
            assign();
        }
        boolean moved = sum != positions;
        positions = sum;
        return moved;
    }

    /// The consumer does not know its position for a moment after a new leader was chosen.
    private long position(PartitionReading reading) throws FaultException {
        try {
            return consumer.position(reading.partition(), POSITION_WAIT);
        } catch (TimeoutException | WakeupException | InterruptException unsettled) {
            return reading.next(); // the next poll tells why
        } catch (KafkaException failed) {
            throw admin.faults().of(failed, what);
        }
    }

    /// Whether what was fetched since the last call may be of another topic of the same name.
    boolean mayBeAnother() {
        return bell.rang();
    }

    /// Records that came within the time; none when woken.
    Iterator<ConsumerRecord<byte[], byte[]>> poll(Duration wait, KafkaBatch batch)
            throws FaultException, InterruptedException {
        try {
            return consumer.poll(wait).iterator();
        } catch (WakeupException woken) {
            return Collections.emptyIterator();
        } catch (InterruptException interrupted) {
            Thread.interrupted(); // Kafka sets the flag again; the exception says it all
            throw new InterruptedException();
        } catch (OffsetOutOfRangeException gone) {
            recover(gone.offsetOutOfRangePartitions().keySet(), batch);
            return Collections.emptyIterator();
        } catch (KafkaException failed) {
            Optional<KafkaCorruption> damage = KafkaCorruption.of(failed);
            if (damage.isEmpty() || !consumer.assignment().contains(damage.get().partition())) {
                throw admin.faults().of(failed, what);
            }
            passBy(damage.get(), batch);
            return Collections.emptyIterator();
        }
    }

    /// A damaged batch is a gap; what lies behind it is read.
    private void passBy(KafkaCorruption damage, KafkaBatch batch) throws FaultException, InterruptedException {
        PartitionReading reading = reading(damage.partition().partition());
        long from = reading.bounded(Math.max(reading.next(), position(reading)));
        if (from > reading.next()) {
            batch.add(plan.gaps().hole(reading.number(), reading.next(), from));
        }
        long last = Optional.ofNullable(consumer.endOffsets(List.of(damage.partition())).get(damage.partition()))
                .orElse(from + 1);
        long next = new KafkaDetour(admin, admin.config().consumer(1, request.isolation(), request.limits()))
                .behind(damage, from, Math.max(from + 1, reading.bounded(last)));
        batch.add(new Notice(Notice.Kind.UNREADABLE, OptionalInt.of(reading.number()), "Offsets " + from + " to "
                + (next - 1) + " of partition " + reading.number() + " are damaged on the broker: "
                + damage.sentence()));
        batch.add(KafkaGaps.measured(reading.number(), from, next, GapReason.UNREADABLE));
        reading.next(next);
        consumer.seek(reading.partition(), next);
        assign();
    }

    /// Retention overtook the reader, or the log was cut back: says so, and goes on where there is something.
    private void recover(Set<TopicPartition> partitions, KafkaBatch batch) throws FaultException {
        try {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                PartitionReading reading = reading(partition.partition());
                long begin = begins.getOrDefault(partition, 0L);
                if (begin > reading.next()) {
                    overtaken(reading, begin, batch);
                } else {
                    cutBack(reading, ends.getOrDefault(partition, begin), batch);
                }
            }
            assign();
        } catch (KafkaException failed) {
            throw admin.faults().of(failed, what);
        }
    }

    private void overtaken(PartitionReading reading, long begin, KafkaBatch batch) {
        long next = reading.bounded(begin);
        batch.add(new Notice(Notice.Kind.TRUNCATED, OptionalInt.of(reading.number()), "Retention took offsets "
                + reading.next() + " to " + (next - 1) + " of partition " + reading.number() + " while it was read."));
        batch.add(KafkaGaps.measured(reading.number(), reading.next(), next, GapReason.RETENTION));
        reading.next(next);
        consumer.seek(reading.partition(), begin);
    }

    private void cutBack(PartitionReading reading, long end, KafkaBatch batch) {
        batch.add(new Notice(Notice.Kind.TRUNCATED, OptionalInt.of(reading.number()), "Partition " + reading.number()
                + " now ends at offset " + end + ", before offset " + reading.next() + " that was to be read next."));
        if (reading.bounded()) {
            long to = reading.bounded(Long.MAX_VALUE);
            batch.add(KafkaGaps.measured(reading.number(), reading.next(), to, GapReason.TRUNCATED));
            reading.next(to);
        } else {
            reading.next(end);
        }
        consumer.seek(reading.partition(), end);
    }

    /// From any thread.
    void wake() {
        consumer.wakeup();
    }

    void close() {
        if (!closed) {
            closed = true;
            boolean interrupted = Thread.interrupted();
            try {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            } catch (KafkaException ignored) {
                // nothing was joined or committed: there is nothing to lose
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
