@NullMarked
package dev.brokerscope.plugin.memory;

import org.jspecify.annotations.NullMarked;
