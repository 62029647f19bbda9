@NullMarked
package dev.brokerscope.kafka.testkit.registry;

import org.jspecify.annotations.NullMarked;
