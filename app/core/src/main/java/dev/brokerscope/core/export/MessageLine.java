package dev.brokerscope.core.export;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.message.Message;

/// One line of a JSON Lines export.
public sealed interface MessageLine {

    /// The channel as `ChannelId.text` writes it.
    String channel();

    record OfMessage(String channel, Message message) implements MessageLine {}

    record OfGap(String channel, CursorEvent.Gap gap) implements MessageLine {}
}
