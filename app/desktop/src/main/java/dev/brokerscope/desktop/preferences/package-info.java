/// What the window remembers from one start to the next.
@NullMarked
package dev.brokerscope.desktop.preferences;

import org.jspecify.annotations.NullMarked;
