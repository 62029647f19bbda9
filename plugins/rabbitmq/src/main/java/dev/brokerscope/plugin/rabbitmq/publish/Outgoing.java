package dev.brokerscope.plugin.rabbitmq.publish;

import com.rabbitmq.client.AMQP.BasicProperties;

/// A message as it is published.
record Outgoing(long token, String routingKey, BasicProperties properties, byte[] body) {}
