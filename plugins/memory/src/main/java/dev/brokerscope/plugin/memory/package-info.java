/// A broker in memory: the shortest example of a plugin, and the fake of every test.
@NullMarked
package dev.brokerscope.plugin.memory;

import org.jspecify.annotations.NullMarked;
