/// One message in full: value and key as tree, text and bytes, headers, metadata, and why it was decoded so.
@NullMarked
package dev.brokerscope.desktop.detail;

import org.jspecify.annotations.NullMarked;
