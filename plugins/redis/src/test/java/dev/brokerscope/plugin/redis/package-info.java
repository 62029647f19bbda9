@NullMarked
package dev.brokerscope.plugin.redis;

import org.jspecify.annotations.NullMarked;
