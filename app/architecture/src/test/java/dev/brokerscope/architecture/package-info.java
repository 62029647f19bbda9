/// The rules of the house as tests. Each says why it is there; who breaks one for a good reason changes the rule with it.
@NullMarked
package dev.brokerscope.architecture;

import org.jspecify.annotations.NullMarked;
