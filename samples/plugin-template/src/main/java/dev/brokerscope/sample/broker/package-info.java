/// A small broker to start from: a folder of files, each line a message.
@NullMarked
package dev.brokerscope.sample.broker;

import org.jspecify.annotations.NullMarked;
