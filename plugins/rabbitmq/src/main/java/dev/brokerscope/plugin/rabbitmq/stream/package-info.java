/// Streams and super streams, by the stream protocol.
@NullMarked
package dev.brokerscope.plugin.rabbitmq.stream;

import org.jspecify.annotations.NullMarked;
