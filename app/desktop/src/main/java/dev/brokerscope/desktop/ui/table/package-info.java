/// The table over a window of rows of a result of any length.
@NullMarked
package dev.brokerscope.desktop.ui.table;

import org.jspecify.annotations.NullMarked;
