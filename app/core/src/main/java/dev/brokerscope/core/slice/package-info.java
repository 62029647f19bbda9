/// What part of a channel is meant, in the words of the command line.
@NullMarked
package dev.brokerscope.core.slice;

import org.jspecify.annotations.NullMarked;
