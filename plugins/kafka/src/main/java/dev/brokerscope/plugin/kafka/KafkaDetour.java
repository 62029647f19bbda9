package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Finds the way around a damaged batch: whoever asks for an offset inside it gets an error, whoever asks for the first
/// one behind it does not. Looks with a consumer of its own, in steps that double, then by halving.
record KafkaDetour(KafkaAdmin admin, Map<String, Object> consumer) {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// @param from an offset inside the batch
    /// @param limit where to give up looking
    /// @return the first offset behind the batch, or the limit
    long behind(KafkaCorruption damage, long from, long limit) throws FaultException, InterruptedException {
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        KafkaConsumer<byte[], byte[]> probe =
                new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            probe.assign(List.of(damage.partition()));
            return behind(probe, damage, from, limit);
        } catch (InterruptException interrupted) {
            Thread.interrupted();
            throw new InterruptedException();
        } finally {
            probe.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private long behind(KafkaConsumer<byte[], byte[]> probe, KafkaCorruption damage, long from, long limit)
            throws FaultException {
        long inside = from;
        long behind = limit;
        for (long step = 1; from + step < limit; step *= 2) {
            if (isBehind(probe, damage, from + step)) {
                behind = from + step;
                break;
            }
            inside = from + step;
        }
        while (behind - inside > 1) {
            long middle = inside + (behind - inside) / 2;
            if (isBehind(probe, damage, middle)) {
                behind = middle;
            } else {
                inside = middle;
            }
        }
        return behind;
    }

    private boolean isBehind(KafkaConsumer<byte[], byte[]> probe, KafkaCorruption damage, long offset)
            throws FaultException {
        probe.seek(damage.partition(), offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            try {
                if (!probe.poll(LOOK).isEmpty() || probe.position(damage.partition()) > offset) {
                    return true;
                }
            } catch (OffsetOutOfRangeException cutBack) {
                return true;
            } catch (KafkaException failed) {
                Optional<KafkaCorruption> other = KafkaCorruption.of(failed);
                if (other.isPresent()) {
                    return damage.before(other.get());
                }
                throw admin.faults().of(failed, "topic " + damage.partition().topic());
            }
        } while (System.nanoTime() < deadline && !admin.isClosed());
        throw new FaultException(FaultKind.TIMEOUT, "kafka.stalled", "Partition " + damage.partition().partition()
                + " of topic " + damage.partition().topic() + " gave nothing behind a damaged batch for "
                + PATIENCE.toSeconds() + " s.", "Check the broker's disks and its log.");
    }
}
