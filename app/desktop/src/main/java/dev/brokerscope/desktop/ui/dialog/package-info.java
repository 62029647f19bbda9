/// Dialogs inside the window, and wizards.
@NullMarked
package dev.brokerscope.desktop.ui.dialog;

import org.jspecify.annotations.NullMarked;
