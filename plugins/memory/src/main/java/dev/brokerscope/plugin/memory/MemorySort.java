package dev.brokerscope.plugin.memory;

/// How a channel in memory lets itself be read.
enum MemorySort {
    /// Positions that stay: reading leaves no trace.
    LOG,
    /// Reading takes messages and puts them back.
    QUEUE,
    /// A copy of what is sent to a queue from now on.
    TAP
}
