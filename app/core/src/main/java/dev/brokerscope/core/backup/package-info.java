/// Backing channels up into an archive.
@NullMarked
package dev.brokerscope.core.backup;

import org.jspecify.annotations.NullMarked;
