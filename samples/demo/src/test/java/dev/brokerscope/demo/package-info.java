@NullMarked
package dev.brokerscope.demo;

import org.jspecify.annotations.NullMarked;
