package dev.brokerscope.desktop.archive;

import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.CoverageMap;
import java.util.List;

/// What an archive holds of one channel.
public record ChannelCoverage(ArchiveContents.Channel channel, List<PartitionCoverage> partitions) {

    public ChannelCoverage {
        partitions = List.copyOf(partitions);
    }

    static ChannelCoverage of(ArchiveContents.Channel channel, CoverageMap map) {
        return new ChannelCoverage(channel, channel.partitions().stream()
                .map(p -> PartitionCoverage.of(p, channel.profile().dense(), map.strip(channel.id(), p.number())))
                .toList());
    }

    public long messages() {
        return partitions.stream().mapToLong(PartitionCoverage::messages).sum();
    }

    public long unexplained() {
        return partitions.stream().mapToLong(PartitionCoverage::unexplained).sum();
    }

    /// Settings of the channel that say how long messages stay, as the broker names them.
    public String remark() {
        return String.join(" · ", channel.definition().settings().stream()
                .filter(s -> s.name().equals("cleanup.policy") || s.name().equals("retention.ms"))
                .flatMap(s -> s.value().map(v -> s.name() + " " + v).stream()).toList());
    }
}
