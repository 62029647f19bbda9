/// One class per command.
@NullMarked
package dev.brokerscope.cli.command;

import org.jspecify.annotations.NullMarked;
