/// Messages of AMQP 0-9-1 as messages of ours, and back, nothing lost that can be kept.
@NullMarked
package dev.brokerscope.plugin.rabbitmq.message;

import org.jspecify.annotations.NullMarked;
