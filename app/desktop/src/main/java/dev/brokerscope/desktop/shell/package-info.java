/// The window as a whole: what it is wired of, its frame, its actions, the ways between its screens.
@NullMarked
package dev.brokerscope.desktop.shell;

import org.jspecify.annotations.NullMarked;
