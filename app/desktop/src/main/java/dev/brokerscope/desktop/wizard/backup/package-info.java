/// The wizard that makes archives.
@NullMarked
package dev.brokerscope.desktop.wizard.backup;

import org.jspecify.annotations.NullMarked;
