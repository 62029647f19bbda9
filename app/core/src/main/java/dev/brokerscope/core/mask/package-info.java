/// Rules that take what must not be seen out of messages: deterministic, and never letting through what they cannot read.
@NullMarked
package dev.brokerscope.core.mask;

import org.jspecify.annotations.NullMarked;
