/// Small controls and pieces: badges, fields, cards, notices, split panes.
@NullMarked
package dev.brokerscope.desktop.ui.control;

import org.jspecify.annotations.NullMarked;
