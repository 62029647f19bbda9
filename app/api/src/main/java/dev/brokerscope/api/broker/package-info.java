/// The contract of a broker plugin: connect, list, describe, read, write.
@NullMarked
package dev.brokerscope.api.broker;

import org.jspecify.annotations.NullMarked;
