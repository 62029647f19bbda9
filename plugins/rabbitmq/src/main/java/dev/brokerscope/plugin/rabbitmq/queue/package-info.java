/// Queues: browsing them with consent, and filling them.
@NullMarked
package dev.brokerscope.plugin.rabbitmq.queue;

import org.jspecify.annotations.NullMarked;
