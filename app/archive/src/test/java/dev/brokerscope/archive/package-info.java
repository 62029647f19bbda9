/// Tests of the archive.
@org.jspecify.annotations.NullMarked
package dev.brokerscope.archive;
