@NullMarked
package dev.brokerscope.sample.broker;

import org.jspecify.annotations.NullMarked;
