/// What the management API tells: lists and details, never messages.
@NullMarked
package dev.brokerscope.plugin.rabbitmq.manage;

import org.jspecify.annotations.NullMarked;
