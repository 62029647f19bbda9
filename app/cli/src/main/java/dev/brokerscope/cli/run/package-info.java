/// What a run of a command has at hand.
@NullMarked
package dev.brokerscope.cli.run;

import org.jspecify.annotations.NullMarked;
