/// Messages on standard output, in every format.
@NullMarked
package dev.brokerscope.cli.message;

import org.jspecify.annotations.NullMarked;
