/// What the tests of backup and restore share.
@NullMarked
package dev.brokerscope.core.lab;

import org.jspecify.annotations.NullMarked;
