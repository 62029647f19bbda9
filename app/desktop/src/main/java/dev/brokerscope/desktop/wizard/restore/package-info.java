/// The wizard that puts archives back.
@NullMarked
package dev.brokerscope.desktop.wizard.restore;

import org.jspecify.annotations.NullMarked;
