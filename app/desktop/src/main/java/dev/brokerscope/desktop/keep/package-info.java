/// Keeps what was found in an archive of its own.
@NullMarked
package dev.brokerscope.desktop.keep;

import org.jspecify.annotations.NullMarked;
