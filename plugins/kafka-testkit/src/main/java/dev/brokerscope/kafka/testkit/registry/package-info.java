/// A small schema registry that speaks Confluent's REST dialect, for tests and the demo; with ill manners on request.
@NullMarked
package dev.brokerscope.kafka.testkit.registry;

import org.jspecify.annotations.NullMarked;
