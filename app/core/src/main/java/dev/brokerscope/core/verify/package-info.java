/// Checking archives as a job.
@NullMarked
package dev.brokerscope.core.verify;

import org.jspecify.annotations.NullMarked;
