/// The connection to a server, its settings, and how its failures read; what every kind of channel needs.
@NullMarked
package dev.brokerscope.plugin.rabbitmq.connect;

import org.jspecify.annotations.NullMarked;
