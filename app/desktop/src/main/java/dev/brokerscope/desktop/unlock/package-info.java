/// Asks for the key of an encrypted archive, wherever one is opened.
@NullMarked
package dev.brokerscope.desktop.unlock;

import org.jspecify.annotations.NullMarked;
