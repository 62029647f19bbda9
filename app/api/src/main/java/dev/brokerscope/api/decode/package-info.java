/// The contract of a decoder plugin: from bytes to a tree, with the reason.
@NullMarked
package dev.brokerscope.api.decode;

import org.jspecify.annotations.NullMarked;
