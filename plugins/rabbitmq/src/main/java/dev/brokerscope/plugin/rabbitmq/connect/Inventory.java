package dev.brokerscope.plugin.rabbitmq.connect;

import dev.brokerscope.api.fault.FaultException;
import java.util.List;
import java.util.Optional;

/// What there is in the virtual host. Any thread.
public interface Inventory {

    /// Whether the lists hold everything that the user may see.
    boolean isComplete();

    /// Streams too.
    List<QueueFacts> queues() throws FaultException, InterruptedException;

    Optional<QueueFacts> queue(String name) throws FaultException, InterruptedException;

    List<ExchangeFacts> exchanges() throws FaultException, InterruptedException;

    Optional<ExchangeFacts> exchange(String name) throws FaultException, InterruptedException;

    /// What is bound to an exchange; absent where nobody tells.
    Optional<List<BindingFacts>> bindingsFrom(String exchange) throws FaultException, InterruptedException;

    /// What feeds a queue or stream; absent where nobody tells.
    Optional<List<BindingFacts>> bindingsTo(String queue) throws FaultException, InterruptedException;
}
