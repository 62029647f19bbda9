@NullMarked
package dev.brokerscope.core.mask;

import org.jspecify.annotations.NullMarked;
