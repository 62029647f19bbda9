package dev.brokerscope.plugin.rabbitmq.exchange;

import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes;
import dev.brokerscope.plugin.rabbitmq.publish.Route;

/// Through an exchange: with the key that its channel's name tells, else the one a message had, else the connection's.
///
/// @param otherwise the key of messages that have none
record ExchangeRoute(TapPlan.Name name, String otherwise) implements Route {

    @Override
    public String what() {
        return name.what();
    }

    @Override
    public String exchange() {
        return name.exchange();
    }

    @Override
    public String routingKey(Message message, AttributeSchema source) {
        return name.key().or(() -> RabbitAttributes.text(message, source, AttributeRole.ROUTING_KEY))
                .orElse(otherwise);
    }
}
