/// JSON: exact numbers, order and duplicates kept, the bytes of every value known.
@NullMarked
package dev.brokerscope.plugin.json;

import org.jspecify.annotations.NullMarked;
