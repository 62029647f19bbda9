/// Programs that are measured in a JVM of their own: plain clients of the broker, and reads from an archive.
@NullMarked
package dev.brokerscope.bench.client;

import org.jspecify.annotations.NullMarked;
