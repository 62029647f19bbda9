package dev.brokerscope.plugin.rabbitmq.queue;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.plugin.rabbitmq.publish.Route;

/// Straight into a queue: the default exchange takes its name for the routing key.
record QueueRoute(String queue) implements Route {

    @Override
    public String what() {
        return "queue " + queue;
    }

    @Override
    public String exchange() {
        return "";
    }

    @Override
    public String routingKey(Message message, AttributeSchema source) {
        return queue;
    }
}
