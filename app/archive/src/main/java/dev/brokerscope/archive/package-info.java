/// The `.msgdb` archive: write, read, verify. The format itself is described in docs/archive-format.md.
@NullMarked
package dev.brokerscope.archive;

import org.jspecify.annotations.NullMarked;
