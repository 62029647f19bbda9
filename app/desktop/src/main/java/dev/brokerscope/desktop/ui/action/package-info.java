/// The one registry that menus, shortcuts and the palette are made from.
@NullMarked
package dev.brokerscope.desktop.ui.action;

import org.jspecify.annotations.NullMarked;
