package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Writes messages into one channel. One thread, except `close`. Order is kept per partition.
public interface Publisher extends AutoCloseable {

    /// What it will really keep of each part, before anything is written.
    Map<MessagePart, Keep> effective();

    /// Hands messages over without waiting for acknowledgements; blocks for back-pressure. Message `i` has the token
    /// `firstToken + i`.
    ///
    /// @param source the attributes of the messages' origin
    void publish(List<Message> messages, long firstToken, AttributeSchema source)
            throws FaultException, InterruptedException;

    /// Returns once every token was acknowledged or failed.
    ///
    /// @throws FaultException of kind `TIMEOUT` where that took longer
    void flush(Duration maxWait) throws FaultException, InterruptedException;

    /// Gives up what is still in flight. Never throws.
    @Override
    void close();
}
