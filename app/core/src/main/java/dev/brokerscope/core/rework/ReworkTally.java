package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.job.Progress;
import java.util.EnumMap;
import java.util.Map;

/// Counts what becomes of messages. One thread.
final class ReworkTally {

    private final Map<GapReason, Long> dropped = new EnumMap<>(GapReason.class);
    private final Progress progress;
    private long messages;
    private long bytes;
    private long changed;

    ReworkTally(Progress progress) {
        this.progress = progress;
    }

    /// @param kept is another one where something was made of it
    void kept(Message message, Message kept) {
        messages++;
        bytes += size(kept);
        progress.add(1, size(kept));
        changed += kept == message ? 0 : 1;
    }

    void dropped(GapReason reason) {
        progress.add(1, 0);
        dropped.merge(reason, 1L, Long::sum);
    }

    static long size(Message message) {
        return Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
    }

    long messages() {
        return messages;
    }

    /// Of keys and values.
    long bytes() {
        return bytes;
    }

    long changed() {
        return changed;
    }

    Map<GapReason, Long> dropped() {
        return Map.copyOf(dropped);
    }
}
