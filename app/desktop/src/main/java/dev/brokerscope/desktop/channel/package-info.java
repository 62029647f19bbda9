/// The tab of a channel: what it is, what is looked for in it, what was found, and one message of it in full.
@NullMarked
package dev.brokerscope.desktop.channel;

import org.jspecify.annotations.NullMarked;
