/// Finding messages of a channel: what to look for, reading it page by page, and the table of what was found.
@NullMarked
package dev.brokerscope.desktop.message;

import org.jspecify.annotations.NullMarked;
