/// Blocks of messages as bytes: canonical form, columns, compression, hashes. Hidden: only the archive uses it.
@NullMarked
package dev.brokerscope.archive.block;

import org.jspecify.annotations.NullMarked;
