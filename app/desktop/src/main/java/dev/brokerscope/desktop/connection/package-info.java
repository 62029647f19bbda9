/// The form of a connection, drawn from what its plugin declares, and the test beside it.
@NullMarked
package dev.brokerscope.desktop.connection;

import org.jspecify.annotations.NullMarked;
