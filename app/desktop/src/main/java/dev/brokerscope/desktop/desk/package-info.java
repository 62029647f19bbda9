/// What every screen shares: the open sources, the way to other screens, what the program is wired to.
@NullMarked
package dev.brokerscope.desktop.desk;

import org.jspecify.annotations.NullMarked;
