package dev.brokerscope.api.broker;

import dev.brokerscope.api.message.Message;
import java.util.List;

/// Some messages, some events, and whether this was all. Events stand in the order of their positions.
public record Batch(List<Message> messages, List<CursorEvent> events, boolean end) {

    public static final Batch EMPTY = new Batch(List.of(), List.of(), false);
    public static final Batch END = new Batch(List.of(), List.of(), true);
}
