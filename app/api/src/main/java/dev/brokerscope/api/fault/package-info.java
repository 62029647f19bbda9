/// What the outside world does to us, as a sentence a person can act on.
@NullMarked
package dev.brokerscope.api.fault;

import org.jspecify.annotations.NullMarked;
