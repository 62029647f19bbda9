/// The window: where it starts.
@NullMarked
package dev.brokerscope.desktop;

import org.jspecify.annotations.NullMarked;
