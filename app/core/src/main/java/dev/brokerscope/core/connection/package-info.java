/// Saved connections, opening them for reading, and the one gate to writing.
@NullMarked
package dev.brokerscope.core.connection;

import org.jspecify.annotations.NullMarked;
