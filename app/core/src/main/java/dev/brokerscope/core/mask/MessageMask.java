package dev.brokerscope.core.mask;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import java.util.Optional;

/// Takes out of messages what must not be seen. The same message gives the same result each time. Any thread.
public interface MessageMask {

    /// @param channel as the broker names it
    /// @return the message to keep, at the same position; empty where the rules say that it is left out, which a gap with
    /// the reason `filtered` has to say
    /// @throws FaultException of kind `REFUSED` where a rule addresses the message, but cannot be applied
    Optional<Message> apply(ChannelId channel, Message message) throws FaultException, InterruptedException;

    /// What the archive says of the rules, as the event `masked`: their names and the hash of their file, no secret.
    String statement();
}
