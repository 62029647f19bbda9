/// Comparing channels of archives and brokers, message by message, in bounded memory.
@NullMarked
package dev.brokerscope.core.diff;

import org.jspecify.annotations.NullMarked;
