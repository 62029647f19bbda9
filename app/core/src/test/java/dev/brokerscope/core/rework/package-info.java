@NullMarked
package dev.brokerscope.core.rework;

import org.jspecify.annotations.NullMarked;
