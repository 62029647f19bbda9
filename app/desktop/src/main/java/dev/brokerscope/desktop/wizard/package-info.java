/// What the wizards share: choosing channels, and following the job they start.
@NullMarked
package dev.brokerscope.desktop.wizard;

import org.jspecify.annotations.NullMarked;
