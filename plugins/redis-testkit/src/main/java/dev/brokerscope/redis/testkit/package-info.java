/// A real Redis server for tests and the demo, and a client of few lines that shares no code with the plugin.
@NullMarked
package dev.brokerscope.redis.testkit;

import org.jspecify.annotations.NullMarked;
