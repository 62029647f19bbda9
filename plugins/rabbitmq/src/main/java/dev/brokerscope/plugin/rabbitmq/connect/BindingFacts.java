package dev.brokerscope.plugin.rabbitmq.connect;

import java.util.Map;

/// A binding: what goes from an exchange to a queue, or to another exchange.
///
/// @param toQueue whether the destination is a queue or stream
public record BindingFacts(String exchange, String destination, boolean toQueue, String routingKey,
        Map<String, Object> arguments) {}
