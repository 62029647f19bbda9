/// Secrets by reference: profiles and logs never hold them.
@NullMarked
package dev.brokerscope.core.secret;

import org.jspecify.annotations.NullMarked;
