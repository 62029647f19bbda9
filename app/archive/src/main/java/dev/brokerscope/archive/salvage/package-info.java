/// Takes out of damaged files what they still give.
@NullMarked
package dev.brokerscope.archive.salvage;

import org.jspecify.annotations.NullMarked;
