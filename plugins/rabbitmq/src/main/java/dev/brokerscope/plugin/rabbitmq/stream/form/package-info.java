/// Messages of streams as bytes: the encoding of AMQP 1.0, nothing of it lost.
@NullMarked
package dev.brokerscope.plugin.rabbitmq.stream.form;

import org.jspecify.annotations.NullMarked;
