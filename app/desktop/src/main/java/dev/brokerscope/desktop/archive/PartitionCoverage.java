package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What an archive holds of one partition, by position.
///
/// @param span first and next position; empty where nothing was there
/// @param gaps positions without a message
/// @param lost how many gaps should not be
/// @param unexplained positions that are neither held nor in a gap
public record PartitionCoverage(int number, String span, long messages, long gaps, long lost, long unexplained,
        List<Segment> segments) {

    private static final int STEPS = 400;

    public PartitionCoverage {
        segments = List.copyOf(segments);
    }

    static PartitionCoverage of(ArchiveContents.Partition partition, boolean dense) {
        List<ArchiveContents.Gap> gaps = partition.coverage().stream().flatMap(c -> c.gaps().stream()).toList();
        long messages = partition.coverage().stream().mapToLong(ArchiveContents.Coverage::messages).sum();
        Optional<Position> first = partition.coverage().stream().map(ArchiveContents.Coverage::begin)
                .min(Comparator.naturalOrder());
        Optional<Position> next = partition.coverage().stream().map(ArchiveContents.Coverage::next)
                .max(Comparator.naturalOrder());
        boolean empty = first.isEmpty() || first.equals(next);
        return new PartitionCoverage(partition.number(),
                empty ? "" : notation(first.get()) + " – " + notation(next.orElseThrow()), messages,
                partition.coverage().stream().mapToLong(c -> missing(c, dense)).sum(),
                gaps.stream().filter(g -> !g.reason().harmless()).count(), dense ? unexplained(partition) : 0,
                empty ? List.of() : segments(partition, gaps, first.get(), next.orElseThrow()));
    }

    static String notation(Position position) {
        return position.hi() == 0 ? Long.toString(position.lo()) : position.hi() + "-" + position.lo();
    }

    /// How many positions hold no message; where nobody can count them, how many gaps there are.
    static long missing(ArchiveContents.Coverage coverage, boolean dense) {
        return dense ? Math.max(0, width(coverage.begin(), coverage.next()) - coverage.messages())
                : coverage.gaps().size();
    }

    /// Positions of one line only: across `hi` nobody can count.
    private static long unexplained(ArchiveContents.Partition partition) {
        long missing = 0;
        for (ArchiveContents.Coverage c : partition.coverage()) {
            long holes = c.gaps().stream().mapToLong(g -> width(g.from(), g.next())).sum();
            missing += Math.max(0, width(c.begin(), c.next()) - c.messages() - c.holes() - holes);
        }
        return missing;
    }

    private static long width(Position from, Position to) {
        return from.hi() == to.hi() ? Math.max(0, to.lo() - from.lo()) : 0;
    }

    private static List<Segment> segments(ArchiveContents.Partition partition, List<ArchiveContents.Gap> gaps,
            Position first, Position next) {
        Scale scale = new Scale(first, next);
        Segment.Kind[] steps = new Segment.Kind[STEPS];
        java.util.Arrays.fill(steps, Segment.Kind.NOTHING);
        partition.coverage().forEach(c -> scale.mark(steps, c.begin(), c.next(), Segment.Kind.HELD));
        gaps.forEach(g -> scale.mark(steps, g.from(), g.next(), Segment.Kind.of(g.reason())));
        return merged(steps);
    }

    private static List<Segment> merged(Segment.Kind[] steps) {
        List<Segment> segments = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= steps.length; i++) {
            if (i == steps.length || steps[i] != steps[begin]) {
                segments.add(new Segment(begin / (double) STEPS, i / (double) STEPS, steps[begin]));
                begin = i;
            }
        }
        return segments;
    }

    /// From positions to steps of the bar.
    private record Scale(Position first, Position next) {

        void mark(Segment.Kind[] steps, Position from, Position to, Segment.Kind kind) {
            int begin = Math.clamp((long) Math.floor(share(from) * STEPS), 0, STEPS - 1);
            int end = Math.clamp((long) Math.ceil(share(to) * STEPS), begin + 1, STEPS);
            for (int i = begin; i < end; i++) {
                steps[i] = steps[i].compareTo(kind) < 0 ? kind : steps[i];
            }
        }

        private double share(Position position) {
            double from = first.hi() == next.hi() ? first.lo() : first.hi();
            double to = first.hi() == next.hi() ? next.lo() : next.hi();
            double at = first.hi() == next.hi() ? position.lo() : position.hi();
            return to <= from ? 0 : Math.clamp((at - from) / (to - from), 0, 1);
        }
    }
}
