package dev.brokerscope.desktop.archive;

import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Texts;

/// A gap in words.
///
/// @param span first and next position
/// @param positions how many; empty where nobody can count them
public record GapLine(String span, String positions, String reason, String detail, Segment.Kind kind) {

    static GapLine of(ArchiveContents.Gap gap) {
        boolean countable = gap.from().hi() == gap.next().hi();
        String reason = gap.reason().text() + (gap.measured() ? "" : " " + Texts.text("archive.gap.inferred"));
        return new GapLine(PartitionCoverage.notation(gap.from()) + " – " + PartitionCoverage.notation(gap.next()),
                countable ? Amounts.number(gap.next().lo() - gap.from().lo()) : "", reason, gap.detail(),
                Segment.Kind.of(gap.reason()));
    }

    String sentence() {
        return span + "  " + reason + (detail.isEmpty() ? "" : ": " + detail);
    }
}
