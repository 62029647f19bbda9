/// Tests of what the figures rest on.
@NullMarked
package dev.brokerscope.bench;

import org.jspecify.annotations.NullMarked;
