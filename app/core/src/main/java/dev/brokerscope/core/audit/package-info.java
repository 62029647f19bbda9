/// What was changed, by whom and when: a log that shows when someone tampered with it.
@NullMarked
package dev.brokerscope.core.audit;

import org.jspecify.annotations.NullMarked;
