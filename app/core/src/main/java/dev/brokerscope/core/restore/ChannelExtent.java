package dev.brokerscope.core.restore;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ContentCut;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.List;
import java.util.Optional;

/// How much of a channel a restore would write, as the manifest tells.
///
/// @param messages an upper bound where a slice cuts blocks
/// @param oldest and `newest`: of whole partitions
record ChannelExtent(long messages, long bytes, Optional<Long> oldest, Optional<Long> newest) {

    static ChannelExtent of(Archive archive, PreparedChannel channel) throws FaultException {
        long messages = 0;
        long bytes = 0;
        Optional<Long> oldest = Optional.empty();
        Optional<Long> newest = Optional.empty();
        for (ArchiveContents.Partition partition : channel.source().partitions()) {
            Optional<SliceResolver.Range> range = channel.ranges().stream()
                    .filter(r -> r.partition() == partition.number()).findFirst();
            if (range.isEmpty() || range.get().isEmpty()) {
                continue;
            }
            long held = partition.coverage().stream().mapToLong(ArchiveContents.Coverage::messages).sum();
            long heldBytes = partition.coverage().stream().mapToLong(ArchiveContents.Coverage::bytes).sum();
            long wanted = channel.slice().isWhole() ? held
                    : within(archive.contentCuts(channel.source().id(), partition.number()), range.get());
            messages += wanted;
            bytes += held == 0 ? 0 : Math.round(heldBytes * (wanted / (double) held));
            for (ArchiveContents.Coverage coverage : partition.coverage()) {
                oldest = least(oldest, coverage.timeMin().isPresent()
                        ? Optional.of(coverage.timeMin().getAsLong()) : Optional.empty());
                newest = most(newest, coverage.timeMax().isPresent()
                        ? Optional.of(coverage.timeMax().getAsLong()) : Optional.empty());
            }
        }
        return new ChannelExtent(messages, bytes, oldest, newest);
    }

    DryRun.Channel shown(PreparedChannel channel) {
        return new DryRun.Channel(channel.source().id(), channel.target(), channel.existing().isPresent(),
                channel.ranges().size(), messages, bytes, oldest, newest);
    }

    /// Counts the blocks that a range touches.
    private static long within(List<ContentCut> cuts, SliceResolver.Range range) {
        long count = 0;
        for (int i = 0; i < cuts.size(); i++) {
            boolean before = range.end().isPresent() && cuts.get(i).first().compareTo(range.end().get()) >= 0;
            boolean behind = i + 1 < cuts.size() && cuts.get(i + 1).first().compareTo(range.begin()) <= 0;
            count += before || behind ? 0 : cuts.get(i).count();
        }
        return count;
    }

    private static Optional<Long> least(Optional<Long> a, Optional<Long> b) {
        return a.isEmpty() ? b : b.map(x -> Math.min(x, a.get())).or(() -> a);
    }

    private static Optional<Long> most(Optional<Long> a, Optional<Long> b) {
        return a.isEmpty() ? b : b.map(x -> Math.max(x, a.get())).or(() -> a);
    }
}
