/// A real RabbitMQ server for tests and the demo, and its management interface, without any code of the plugin.
@NullMarked
package dev.brokerscope.rabbitmq.testkit;

import org.jspecify.annotations.NullMarked;
