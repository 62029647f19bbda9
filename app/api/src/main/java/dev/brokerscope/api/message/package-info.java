/// What a broker holds: messages with their headers, positions and attributes, as bytes.
@NullMarked
package dev.brokerscope.api.message;

import org.jspecify.annotations.NullMarked;
