/// New archives made of archives: copies, parts, unions, and what a damaged one still holds.
@NullMarked
package dev.brokerscope.core.rework;

import org.jspecify.annotations.NullMarked;
