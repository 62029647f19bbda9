/// Where the program keeps its files, on every operating system.
@NullMarked
package dev.brokerscope.core.place;

import org.jspecify.annotations.NullMarked;
