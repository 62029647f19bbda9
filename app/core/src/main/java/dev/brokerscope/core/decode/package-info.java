/// From bytes to what people see: which decoder, why, and the result as tree, text, JSON and preview.
@NullMarked
package dev.brokerscope.core.decode;

import org.jspecify.annotations.NullMarked;
