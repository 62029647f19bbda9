@org.jspecify.annotations.NullMarked
package dev.brokerscope.archive.block;
