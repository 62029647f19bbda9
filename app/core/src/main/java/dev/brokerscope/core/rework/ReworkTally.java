package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Message;
import java.util.EnumMap;
import java.util.Map;

/// Counts what becomes of messages. One thread.
final class ReworkTally {

    private final Map<GapReason, Long> dropped = new EnumMap<>(GapReason.class);
    private long seen;
    private long messages;
    private long bytes;
    private long changed;

    /// @param kept is another one where something was made of it
    void kept(Message message, Message kept) {
        seen++;
        messages++;
        bytes += size(kept);
        changed += kept == message ? 0 : 1;
    }

    void dropped(GapReason reason) {
        seen++;
        dropped.merge(reason, 1L, Long::sum);
    }

    static long size(Message message) {
        return Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
    }

    /// Kept and left out.
    long seen() {
        return seen;
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
