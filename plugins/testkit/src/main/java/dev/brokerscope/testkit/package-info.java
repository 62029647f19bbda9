/// Contract suites for plugins: they measure what a profile claims against what really comes back.
@NullMarked
package dev.brokerscope.testkit;

import org.jspecify.annotations.NullMarked;
