/// A small decoder to start from: lines of `name=value`.
@NullMarked
package dev.brokerscope.sample.decoder;

import org.jspecify.annotations.NullMarked;
