/// Options that several commands share, and the words people type into them.
@NullMarked
package dev.brokerscope.cli.option;

import org.jspecify.annotations.NullMarked;
