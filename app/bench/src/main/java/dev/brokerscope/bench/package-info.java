/// The benchmark: what reading, writing and checking costs against what the broker's own clients need, whole processes
/// in turn. Started by `.ci/bench`; no part of the product.
@NullMarked
package dev.brokerscope.bench;

import org.jspecify.annotations.NullMarked;
