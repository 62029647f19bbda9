@NullMarked
package dev.brokerscope.kafka.testkit;

import org.jspecify.annotations.NullMarked;
