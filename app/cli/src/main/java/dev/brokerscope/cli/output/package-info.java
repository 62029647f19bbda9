/// What the command line prints, and how: tables, JSON, progress, errors.
@NullMarked
package dev.brokerscope.cli.output;

import org.jspecify.annotations.NullMarked;
