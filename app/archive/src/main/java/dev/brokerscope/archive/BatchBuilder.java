package dev.brokerscope.archive;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.List;

/// Fills one batch within its limits. One thread.
final class BatchBuilder {

    private final OpenRequest.Limits limits;
    private final List<Message> messages = new ArrayList<>();
    private final List<CursorEvent> events = new ArrayList<>();
    private long bytes;

    BatchBuilder(OpenRequest.Limits limits) {
        this.limits = limits;
    }

    boolean full() {
        return messages.size() >= limits.messages() || bytes >= limits.bytes();
    }

    void message(Message message, long size) {
        messages.add(message);
        bytes += size;
    }

    /// Whether a message of that size must wait for the next batch.
    boolean tooMuch(long size) {
        return full() || !messages.isEmpty() && bytes + size > limits.bytes();
    }

    void event(CursorEvent event) {
        events.add(event);
    }

    Batch build(boolean end) {
        return new Batch(messages, events, end);
    }
}
