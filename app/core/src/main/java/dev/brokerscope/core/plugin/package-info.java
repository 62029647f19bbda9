/// Loads plugins from folders, each in a class loader of its own.
@NullMarked
package dev.brokerscope.core.plugin;

import org.jspecify.annotations.NullMarked;
