package dev.brokerscope.core.query;

/// One row of a result as read back from disk.
///
/// @param valueSize bytes of the whole value, -1 where there is none
/// @param truncated the entry's value holds only the beginning
public record ResultRow(long number, Entry entry, int valueSize, boolean truncated) {}
