@org.jspecify.annotations.NullMarked
package dev.brokerscope.plugin.rabbitmq.stream.form;
