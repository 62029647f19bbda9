/// What the sample topics hold: one class per topic, decided by a seed and the moment the demo starts.
@NullMarked
package dev.brokerscope.demo.sample;

import org.jspecify.annotations.NullMarked;
