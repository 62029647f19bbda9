package dev.brokerscope.plugin.kafka;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// A batch that the broker keeps damaged. The consumer has no type of its own for it, only sentences: what cannot be read
/// from them is absent, and costs at most that more is skipped than would have been necessary.
///
/// @param base where the batch begins
/// @param sentence of the client
record KafkaCorruption(TopicPartition partition, OptionalLong base, String sentence) {

    private static final Pattern DAMAGED = Pattern.compile("fetching the next record from (\\S+)-(\\d+)\\. "
            + "|Encountered corrupt message when fetching offset \\d+ for topic-partition (\\S+)-(\\d+)");
    private static final Pattern BASE = Pattern.compile("at offset (\\d+) is invalid");

    static Optional<KafkaCorruption> of(KafkaException thrown) {
        Matcher damaged = DAMAGED.matcher(String.valueOf(thrown.getMessage()));
        if (!damaged.find()) {
            return Optional.empty();
        }
        int at = damaged.group(1) == null ? 3 : 1;
        TopicPartition partition =
                new TopicPartition(damaged.group(at), Integer.parseInt(damaged.group(at + 1)));
        Throwable told = thrown.getCause() == null ? thrown : thrown.getCause();
        Matcher base = BASE.matcher(String.valueOf(told.getMessage()));
        return Optional.of(new KafkaCorruption(partition,
                base.find() ? OptionalLong.of(Long.parseLong(base.group(1))) : OptionalLong.empty(),
                KafkaFaults.sentence(told)));
    }

    /// Whether the other is certainly a batch further on.
    boolean before(KafkaCorruption other) {
        return base.isPresent() && other.base.isPresent() && other.base.getAsLong() > base.getAsLong();
    }
}
