/// Restoring an archive into a broker: plan, preflight, fidelity, run, comparison, report.
@NullMarked
package dev.brokerscope.core.restore;

import org.jspecify.annotations.NullMarked;
