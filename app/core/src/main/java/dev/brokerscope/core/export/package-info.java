/// Messages as text files and back: JSON Lines that lose nothing, and formats for other tools.
@NullMarked
package dev.brokerscope.core.export;

import org.jspecify.annotations.NullMarked;
