@NullMarked
package dev.brokerscope.plugin.kafka;

import org.jspecify.annotations.NullMarked;
