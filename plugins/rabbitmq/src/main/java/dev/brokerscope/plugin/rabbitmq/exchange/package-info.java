/// Exchanges: tapping them, and publishing to them.
@NullMarked
package dev.brokerscope.plugin.rabbitmq.exchange;

import org.jspecify.annotations.NullMarked;
