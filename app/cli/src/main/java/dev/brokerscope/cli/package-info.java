/// The command line: parses, calls the engine, prints.
@NullMarked
package dev.brokerscope.cli;

import org.jspecify.annotations.NullMarked;
