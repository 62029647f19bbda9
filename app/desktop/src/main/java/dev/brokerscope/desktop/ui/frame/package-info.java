/// The frame of the window: top bar, open tabs, status bar.
@NullMarked
package dev.brokerscope.desktop.ui.frame;

import org.jspecify.annotations.NullMarked;
