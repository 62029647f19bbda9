/// The command palette.
@NullMarked
package dev.brokerscope.desktop.ui.palette;

import org.jspecify.annotations.NullMarked;
