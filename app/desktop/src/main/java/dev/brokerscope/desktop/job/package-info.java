/// Jobs as people see them: the list of running and past ones, progress, notes, reports.
@NullMarked
package dev.brokerscope.desktop.job;

import org.jspecify.annotations.NullMarked;
