/// What every decoder must hold, and seeded bytes to try it with.
@NullMarked
package dev.brokerscope.testkit.decode;

import org.jspecify.annotations.NullMarked;
