/// Avro: a walker of our own over the writer's schema, so that every value knows its bytes and broken ones lose nothing.
@NullMarked
package dev.brokerscope.plugin.avro;

import org.jspecify.annotations.NullMarked;
