package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.CoverageMap;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What an archive holds of one partition, by position and by time.
///
/// @param span first and next position; empty where nothing was there
/// @param gaps positions without a message
/// @param lost how many gaps should not be
/// @param unexplained positions that are neither held nor in a gap
/// @param runs what each run covers, in words
public record PartitionCoverage(int number, String span, long messages, long gaps, long lost, long unexplained,
        List<String> runs, List<GapLine> gapLines, List<Segment> segments, List<Segment> timeSegments) {

    private static final int TOLD = 8;

    public PartitionCoverage {
        runs = List.copyOf(runs);
        gapLines = List.copyOf(gapLines);
        segments = List.copyOf(segments);
        timeSegments = List.copyOf(timeSegments);
    }

    static PartitionCoverage of(ArchiveContents.Partition partition, boolean dense, CoverageMap.Strip strip) {
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
                partition.coverage().stream().map(c -> notation(c.begin()) + " – " + notation(c.next()) + ", "
                        + Amounts.of(c.messages(), "message")).toList(),
                GapLine.all(gaps, strip.holes()), segments(strip.byPosition()), segments(strip.byTime()));
    }

    private static List<Segment> segments(List<CoverageMap.Piece> pieces) {
        return pieces.stream().map(Segment::of).toList();
    }

    /// For a tooltip and for screen readers: runs, and the first gaps.
    String told() {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.text("archive.partition") + " " + number + ": " + Amounts.of(messages, "message"));
        if (runs.size() > 1) {
            runs.stream().limit(TOLD).forEach(r -> lines.add(Texts.text("archive.run.covers", r)));
        }
        gapLines.stream().limit(TOLD).map(GapLine::sentence).forEach(lines::add);
        int more = gapLines.size() - TOLD;
        if (more > 0) {
            lines.add(Texts.text("archive.gap.more", more));
        }
        return String.join("\n", lines);
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
}
