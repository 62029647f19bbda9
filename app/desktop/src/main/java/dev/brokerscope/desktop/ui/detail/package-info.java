/// Views of one value: decoded tree, styled text, hex, with linked selection.
@NullMarked
package dev.brokerscope.desktop.ui.detail;

import org.jspecify.annotations.NullMarked;
