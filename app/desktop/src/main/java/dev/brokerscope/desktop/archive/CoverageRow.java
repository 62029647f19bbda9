package dev.brokerscope.desktop.archive;

/// A line of the coverage: a channel, or one of its partitions.
sealed interface CoverageRow {

    ChannelCoverage of();

    record Channel(ChannelCoverage of) implements CoverageRow {}

    record Partition(ChannelCoverage of, PartitionCoverage partition) implements CoverageRow {}
}
