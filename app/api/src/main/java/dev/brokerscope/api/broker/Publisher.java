package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

    /// Whether the request's transaction is honoured.
    default boolean transactional() {
        return false;
    }

    /// Makes everything that was handed over final at once, once all of it was acknowledged. Where something was
    /// returned meanwhile, all of it is taken back instead. Does nothing without a transaction.
    ///
    /// @throws FaultException of kind `LOCKED` where another publisher took the transaction's name over
    default void commit(Duration maxWait) throws FaultException, InterruptedException {
        // nothing to make final
    }

    /// Which partition a message will be put into, where that is certain beforehand: the same each time.
    default OptionalInt partitionOf(Message message) {
        return OptionalInt.empty();
    }

    /// Why a message will be refused, where that is certain beforehand; `publish` tells the listener the same.
    default Optional<FaultException> refusal(Message message) {
        return Optional.empty();
    }

    /// Gives up what is still in flight. Never throws.
    @Override
    void close();
}
