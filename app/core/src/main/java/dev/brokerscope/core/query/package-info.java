/// Looking into a channel: what to read, in one order over all partitions, filtered, onto the disk.
@NullMarked
package dev.brokerscope.core.query;

import org.jspecify.annotations.NullMarked;
