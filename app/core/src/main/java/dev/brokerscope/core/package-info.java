/// The engine that the window and the command line share.
@NullMarked
package dev.brokerscope.core;

import org.jspecify.annotations.NullMarked;
