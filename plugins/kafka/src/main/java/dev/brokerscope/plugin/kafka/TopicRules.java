package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Which messages a topic refuses whatever batch they are in. Known beforehand, they cost their neighbours nothing.
final class TopicRules {

    /// Clocks may differ: within that the broker is asked.
    private static final long CLOCKS = Duration.ofMinutes(10).toMillis();

    /// Of a batch and of a record in it.
    private static final long OVERHEAD = 128;

    private final String topic;
    private final int partitions;
    private final TargetConfig config;
    private final boolean keylessRefused;
    private final long largest;
    private final long before;
    private final long after;

    TopicRules(String topic, int partitions, TargetConfig config) {
        this.topic = topic;
        this.partitions = partitions;
        this.config = config;
        this.keylessRefused = KafkaGaps.compacts(config.text("cleanup.policy"));
        this.largest = config.number("max.message.bytes").orElse(Long.MAX_VALUE);
        boolean ownTimes = timestampType().filter("LogAppendTime"::equals).isPresent();
        this.before =
                ownTimes ? Long.MAX_VALUE : config.number("message.timestamp.before.max.ms").orElse(Long.MAX_VALUE);
        this.after = ownTimes ? Long.MAX_VALUE : config.number("message.timestamp.after.max.ms").orElse(Long.MAX_VALUE);
    }

    int partitions() {
        return partitions;
    }

    Optional<String> timestampType() {
        return config.text("message.timestamp.type");
    }

    /// Whether a record fits into the topic only if it compresses well.
    boolean mayBeTooLarge(ProducerRecord<byte[], byte[]> record) {
        long size = OVERHEAD + size(record.key()) + size(record.value());
        for (Header header : record.headers()) {
            size += 2L * header.key().length() + size(header.value());
        }
        return size > largest;
    }

    private static long size(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    Optional<FaultException> refusal(Message message, int partition, boolean keepTimestamp) {
        if (partition >= partitions) {
            return refused(FaultKind.NOT_FOUND, "kafka.unknown-partition",
                    "Topic " + topic + " has no partition " + partition + ".",
                    "Choose a target with as many partitions, or spread by key.");
        }
        if (keylessRefused && message.keySize() < 0) {
            return refused(FaultKind.REJECTED, "kafka.no-key",
                    "Topic " + topic + " is compacted: it takes no message without a key.",
                    "Set cleanup.policy to delete.");
        }
        return keepTimestamp && message.timestamp() >= 0 && (before != Long.MAX_VALUE || after != Long.MAX_VALUE)
                ? untimely(message.timestamp(), System.currentTimeMillis()) : Optional.empty();
    }

    private Optional<FaultException> untimely(long timestamp, long now) {
        if (before < Long.MAX_VALUE - CLOCKS && now - timestamp > before + CLOCKS) {
            return refused(FaultKind.REJECTED, "kafka.too-old", "Topic " + topic + " refuses messages older than "
                    + Duration.ofMillis(before) + "; this one is of " + timestamp + " ms since 1970.",
                    "Raise message.timestamp.before.max.ms.");
        }
        if (after < Long.MAX_VALUE - CLOCKS && timestamp - now > after + CLOCKS) {
            return refused(FaultKind.REJECTED, "kafka.too-new", "Topic " + topic + " refuses messages more than "
                    + Duration.ofMillis(after) + " ahead; this one is of " + timestamp + " ms since 1970.",
                    "Raise message.timestamp.after.max.ms.");
        }
        return Optional.empty();
    }

    private static Optional<FaultException> refused(FaultKind kind, String code, String message, String remedy) {
        return Optional.of(new FaultException(kind, code, message, remedy));
    }
}
