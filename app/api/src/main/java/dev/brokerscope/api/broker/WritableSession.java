package dev.brokerscope.api.broker;

import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;

/// A session that may write. Only the write gate of the core hands one out.
public interface WritableSession extends Session {

    /// The only way to write messages.
    Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException;

    /// An optional ability to change the broker ([ChannelCreation], [GroupRestore]).
    default <T extends WriteExtension> Optional<T> writeExtension(Class<T> type) {
        return Optional.empty();
    }
}
