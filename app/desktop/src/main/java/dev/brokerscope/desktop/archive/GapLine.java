package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A gap in words.
///
/// @param span first and next position
/// @param positions how many; empty where nobody can count them
public record GapLine(String span, String positions, String reason, String detail, Segment.Kind kind) {

    /// The gaps, and what is missing between the messages of blocks.
    static List<GapLine> all(List<ArchiveContents.Gap> gaps, Map<GapReason, Long> holes) {
        List<GapLine> lines = new ArrayList<>(gaps.stream().map(GapLine::of).toList());
        holes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> lines.add(new GapLine(
                Texts.text("archive.gap.between"), Amounts.number(e.getValue()), e.getKey().text(), "",
                Segment.Kind.of(e.getKey()))));
        return lines;
    }

    private static GapLine of(ArchiveContents.Gap gap) {
        boolean countable = gap.from().hi() == gap.next().hi();
        String reason = gap.reason().text() + (gap.measured() ? "" : " " + Texts.text("archive.gap.inferred"));
        return new GapLine(PartitionCoverage.notation(gap.from()) + " – " + PartitionCoverage.notation(gap.next()),
                countable ? Amounts.number(gap.next().lo() - gap.from().lo()) : "", reason, gap.detail(),
                Segment.Kind.of(gap.reason()));
    }

    String sentence() {
        return span + (positions.isEmpty() ? "" : " (" + positions + ")") + ": " + reason
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
