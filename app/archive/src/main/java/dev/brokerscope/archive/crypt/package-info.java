/// Keys, key slots and the encryption of frames; every byte stands in docs/archive-format.md.
@NullMarked
package dev.brokerscope.archive.crypt;

import org.jspecify.annotations.NullMarked;
