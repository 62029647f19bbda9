/// Samples for the brokers beside Kafka: some of the same messages, in the form of each broker.
@NullMarked
package dev.brokerscope.demo.other;

import org.jspecify.annotations.NullMarked;
