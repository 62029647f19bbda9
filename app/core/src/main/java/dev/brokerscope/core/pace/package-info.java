/// How fast something may go: sizes and rates as people write them, and the brake.
@NullMarked
package dev.brokerscope.core.pace;

import org.jspecify.annotations.NullMarked;
