/// RabbitMQ: queues, streams and exchanges.
@NullMarked
package dev.brokerscope.plugin.rabbitmq;

import org.jspecify.annotations.NullMarked;
