package dev.brokerscope.cli.message;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.message.Message;

/// Prints messages in one format. One thread.
public interface MessagePrinter {

    void message(MessageView view, Message message) throws InterruptedException;

    /// @return whether the format shows gaps itself; else they are told on standard error
    default boolean gap(MessageView view, CursorEvent.Gap gap) {
        return false;
    }

    /// So far nothing more is there: what is held back must be shown now.
    default void pause() {}

    /// No more messages.
    default void end() {}
}
