/// Words for people.
@NullMarked
package dev.brokerscope.core.text;

import org.jspecify.annotations.NullMarked;
