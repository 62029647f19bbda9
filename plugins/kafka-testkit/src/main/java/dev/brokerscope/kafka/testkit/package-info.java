/// A real Kafka broker for tests and for the demo, in a JVM of its own, and what tests need around it: topics with
/// every difficult kind of record, and a reader that shares no code with the product.
@NullMarked
package dev.brokerscope.kafka.testkit;

import org.jspecify.annotations.NullMarked;
