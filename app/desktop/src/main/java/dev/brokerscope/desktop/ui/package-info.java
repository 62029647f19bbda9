/// What every screen of the desktop is built from: theme, fonts, icons, texts, and the door to the JavaFX thread.
@NullMarked
package dev.brokerscope.desktop.ui;

import org.jspecify.annotations.NullMarked;
