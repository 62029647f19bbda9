package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.OpenRequest.Limits;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.List;

/// A batch while it fills.
final class KafkaBatch {

    private final Limits limits;
    private final List<Message> messages = new ArrayList<>();
    private final List<CursorEvent> events = new ArrayList<>();
    private long bytes;

    KafkaBatch(Limits limits) {
        this.limits = limits;
    }

    boolean takes(long size) {
        return messages.isEmpty() || messages.size() < limits.messages() && bytes + size <= limits.bytes();
    }

    void add(Message message, long size) {
        messages.add(message);
        bytes += size;
    }

    void add(CursorEvent event) {
        events.add(event);
    }

    boolean isEmpty() {
        return messages.isEmpty() && events.isEmpty();
    }

    boolean hasMessages() {
        return !messages.isEmpty();
    }

    Batch build(boolean end) {
        return new Batch(messages, events, end);
    }
}
