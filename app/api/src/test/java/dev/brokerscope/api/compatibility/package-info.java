/// Holds the api compatible with what was released: plugins are built against it by others.
@NullMarked
package dev.brokerscope.api.compatibility;

import org.jspecify.annotations.NullMarked;
