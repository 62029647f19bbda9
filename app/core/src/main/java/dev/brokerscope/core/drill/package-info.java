/// Rehearses a restore: into scratch channels, compared, and removed again.
@NullMarked
package dev.brokerscope.core.drill;

import org.jspecify.annotations.NullMarked;
