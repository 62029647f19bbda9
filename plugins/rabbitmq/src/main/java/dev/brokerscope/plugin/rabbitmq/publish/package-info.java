/// Publishing with confirms: a message counts as written once the server says so.
@NullMarked
package dev.brokerscope.plugin.rabbitmq.publish;

import org.jspecify.annotations.NullMarked;
