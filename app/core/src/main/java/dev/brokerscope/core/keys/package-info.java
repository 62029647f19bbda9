/// Keys of encrypted archives: who has them, and how they are written down.
@NullMarked
package dev.brokerscope.core.keys;

import org.jspecify.annotations.NullMarked;
