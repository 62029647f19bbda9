/// Which archives of a folder are kept, and which may go.
@NullMarked
package dev.brokerscope.core.forget;

import org.jspecify.annotations.NullMarked;
