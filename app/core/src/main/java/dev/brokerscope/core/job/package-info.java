/// Jobs: named work on threads of its own, with progress that is polled, pause, cancel, and a history on disk.
@NullMarked
package dev.brokerscope.core.job;

import org.jspecify.annotations.NullMarked;
