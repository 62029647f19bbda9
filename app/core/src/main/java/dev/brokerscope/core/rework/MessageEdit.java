package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;

/// What becomes of a message on its way into another archive.
interface MessageEdit {

    /// Every message as it is.
    MessageEdit NONE = (channel, message) -> new Result.Kept(message);

    sealed interface Result {
        /// @param message the same, or what was made of it, at the same position
        record Kept(Message message) implements Result {}

        /// @param why for people, as the gap says it; the same words for neighbours make one gap
        record Dropped(GapReason reason, String why) implements Result {}
    }

    /// @param channel as the broker named it
    Result apply(ChannelId channel, Message message) throws FaultException, InterruptedException;

    /// Each message that this one keeps is given to the other.
    default MessageEdit then(MessageEdit other) {
        return (channel, message) -> switch (apply(channel, message)) {
            case Result.Kept(Message kept) -> other.apply(channel, kept);
            case Result.Dropped dropped -> dropped;
        };
    }
}
