package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.RunStart;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the runs of a set have ended: the next one begins there.
record LastRuns(Map<ChannelId, Map<String, Map<Integer, Position>>> ends) {

    /// Nothing was read before.
    static final LastRuns NONE = new LastRuns(Map.of());

    /// @throws FaultException `REFUSED` where the set is of another cluster
    static LastRuns read(Path set, BackupSource source) throws FaultException {
        try (Archive archive = Archive.open(set)) {
            ArchiveContents contents = archive.contents();
            Unfinished.demandSameCluster(contents, source, set);
            Map<ChannelId, Map<String, Map<Integer, Position>>> ends = new HashMap<>();
            for (ArchiveContents.Channel channel : contents.channels()) {
                Map<Integer, Position> next = ends.computeIfAbsent(channel.original(), _ -> new HashMap<>())
                        .computeIfAbsent(channel.incarnation(), _ -> new HashMap<>());
                for (ArchiveContents.Partition partition : channel.partitions()) {
                    partition.coverage().forEach(c -> next.merge(partition.number(), c.next(),
                            (a, b) -> a.compareTo(b) >= 0 ? a : b));
                }
            }
            return new LastRuns(ends);
        }
    }

    /// What there is to tell of a channel before it is read.
    enum Kind {
        /// No run has read it.
        NEW,
        /// It goes on where the last run ended.
        CONTINUED,
        /// It was deleted and made anew: all of it is new.
        RECREATED
    }

    Kind kind(ChannelId channel, String incarnation) {
        Map<String, Map<Integer, Position>> known = ends.getOrDefault(channel, Map.of());
        return known.isEmpty() ? Kind.NEW : known.containsKey(incarnation) ? Kind.CONTINUED : Kind.RECREATED;
    }

    /// Where the last run ended; absent for what none has read.
    Optional<Position> next(ChannelId channel, String incarnation, int partition) {
        return Optional.ofNullable(
                ends.getOrDefault(channel, Map.of()).getOrDefault(incarnation, Map.of()).get(partition));
    }

    /// Puts into the archive why something does not begin where the last run ended.
    void tell(RunStart run, ArchiveWriter writer) throws FaultException {
        for (ChannelStart channel : run.channels()) {
            if (kind(channel.channel(), channel.incarnation()) == Kind.RECREATED) {
                writer.event("channel-recreated",
                        channel.channel() + " was deleted and created anew since the last run:"
                                + " it is read from its beginning, as another incarnation.");
            }
        }
    }

    /// @throws FaultException of kind `USAGE` where a slice says where to begin
    static void demandWhole(BackupPlan plan) throws FaultException {
        boolean bounded = plan.slices().stream().anyMatch(
                s -> s.last().isPresent() || !(s.from() instanceof dev.brokerscope.core.slice.Bound.Open));
        if (bounded) {
            throw new FaultException(FaultKind.USAGE, "since-last.from",
                    "A run since the last one begins where that ended: it takes no other beginning.",
                    "Leave --from, --last and beginnings of slices out, or leave --since-last out.");
        }
    }
}
