package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.RangeStart;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns what is asked for of a channel into what a run reads: behind the last run, or without an end.
record RunRanges(LastRuns last, boolean follow, Progress progress) {

    List<RangeStart> of(ChannelDetails channel, List<RangeStart> asked) {
        LastRuns.Kind kind = last.kind(channel.id(), channel.incarnation());
        if (kind == LastRuns.Kind.RECREATED) {
            progress.note(Note.Level.WARNING, channel.id() + " was deleted and created anew since the last run: it is"
                    + " read from its beginning, as another incarnation.");
        }
        List<RangeStart> ranges = new ArrayList<>();
        int added = 0;
        for (RangeStart range : asked) {
            Optional<Position> next = last.next(channel.id(), channel.incarnation(), range.partition());
            added += kind == LastRuns.Kind.CONTINUED && next.isEmpty() ? 1 : 0;
            ranges.add(open(next.map(n -> behind(range, n)).orElse(range)));
        }
        if (added > 0) {
            progress.note(Note.Level.INFO, channel.id() + " has " + Amounts.of(added, "partition")
                    + " more than when it was last read.");
        }
        return ranges;
    }

    /// Where the broker ends before the last run did, nothing is read: the run says so.
    private static RangeStart behind(RangeStart range, Position next) {
        return new RangeStart(range.first(), range.stable(), next,
                range.end().map(e -> e.compareTo(next) < 0 ? next : e));
    }

    private RangeStart open(RangeStart range) {
        return follow ? new RangeStart(range.first(), range.stable(), range.begin(), Optional.empty()) : range;
    }
}
