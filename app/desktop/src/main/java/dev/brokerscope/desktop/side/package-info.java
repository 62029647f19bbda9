/// The tree at the left: connections with their channels, and open archives.
@NullMarked
package dev.brokerscope.desktop.side;

import org.jspecify.annotations.NullMarked;
