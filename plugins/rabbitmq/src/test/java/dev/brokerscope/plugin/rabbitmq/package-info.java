/// The plugin against real servers.
@NullMarked
package dev.brokerscope.plugin.rabbitmq;

import org.jspecify.annotations.NullMarked;
