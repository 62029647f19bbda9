/// The overview of an archive: what it holds, how whole it is, where it came from.
@NullMarked
package dev.brokerscope.desktop.archive;

import org.jspecify.annotations.NullMarked;
