/// Where schemas come from: registries, files, and several of them in turn.
@NullMarked
package dev.brokerscope.core.schema;

import org.jspecify.annotations.NullMarked;
