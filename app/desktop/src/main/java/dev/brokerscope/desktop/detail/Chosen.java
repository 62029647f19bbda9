package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.desktop.message.MessageRow;

/// What the details are about.
public sealed interface Chosen {

    record Nothing() implements Chosen {}

    /// A message, whole.
    record Whole(Message message) implements Chosen {}

    /// Positions without messages.
    record Hole(MessageRow.Gap gap) implements Chosen {}
}
