package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.OpenRequest.Limits;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.List;

/// A batch while it fills.
final class MemoryBatch {

    private final Limits limits;
    private final long allowed;
    private final List<Message> messages = new ArrayList<>();
    private final List<CursorEvent> events = new ArrayList<>();
    private long bytes;

    /// @param allowed messages at most, beside the limits
    MemoryBatch(Limits limits, long allowed) {
        this.limits = limits;
        this.allowed = allowed;
    }

    boolean takes(Message message) {
        boolean room = messages.size() < Math.min(limits.messages(), allowed);
        return room && (messages.isEmpty() || bytes + size(message) <= limits.bytes());
    }

    void add(Message message) {
        messages.add(message);
        bytes += size(message);
    }

    void add(CursorEvent event) {
        events.add(event);
    }

    int size() {
        return messages.size();
    }

    Batch build(boolean end) {
        return new Batch(List.copyOf(messages), List.copyOf(events), end);
    }

    static long size(Message message) {
        long size = Math.max(0, message.keySize()) + Math.max(0, message.valueSize());
        for (int i = 0; i < message.headers().size(); i++) {
            var header = message.headers().get(i);
            size += header.name().size() + header.value().map(v -> v.size()).orElse(0);
        }
        return size;
    }
}
