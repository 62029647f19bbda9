/// Declared settings: the desktop draws the form, the command line offers keys, both validate alike.
@NullMarked
package dev.brokerscope.api.settings;

import org.jspecify.annotations.NullMarked;
