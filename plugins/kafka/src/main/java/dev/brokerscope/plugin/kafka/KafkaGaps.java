package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.CursorEvent.Gap;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Position;
import java.util.Optional;

/// Why offsets hold no message. A consumer sees neither transaction markers nor what compaction took, and the two look
/// alike: where a topic is never compacted it must be transactions, elsewhere nobody can tell.
record KafkaGaps(GapReason inferred) {

    /// @param cleanupPolicy of the topic; absent where it may not be seen
    static KafkaGaps of(Optional<String> cleanupPolicy) {
        boolean onlyDeletes = cleanupPolicy.map(p -> !p.contains("compact")).orElse(false);
        return new KafkaGaps(onlyDeletes ? GapReason.TRANSACTIONAL : GapReason.SPARSE);
    }

    static boolean compacts(Optional<String> cleanupPolicy) {
        return cleanupPolicy.map(p -> p.contains("compact")).orElse(false);
    }

    Gap hole(int partition, long from, long next) {
        return new Gap(Position.of(partition, from), Position.of(partition, next), inferred, false);
    }

    static Gap measured(int partition, long from, long next, GapReason reason) {
        return new Gap(Position.of(partition, from), Position.of(partition, next), reason, true);
    }
}
