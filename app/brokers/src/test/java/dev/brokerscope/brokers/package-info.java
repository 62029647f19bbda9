/// Messages of each broker carried to each other, by the engine and the plugins as users have them.
@NullMarked
package dev.brokerscope.brokers;

import org.jspecify.annotations.NullMarked;
