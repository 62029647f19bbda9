package dev.brokerscope.plugin.rabbitmq.publish;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;

/// Where messages are published to.
public interface Route {

    /// For sentences: `queue orders`.
    String what();

    /// Empty for the default exchange.
    String exchange();

    String routingKey(Message message, AttributeSchema source);
}
