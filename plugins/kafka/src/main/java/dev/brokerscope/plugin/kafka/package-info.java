/// Apache Kafka: reads without joining a group, committing or creating anything; restores with everything but the offset.
@NullMarked
package dev.brokerscope.plugin.kafka;

import org.jspecify.annotations.NullMarked;
