package dev.brokerscope.core.restore;

import dev.brokerscope.core.diff.ChannelDiff;
import dev.brokerscope.core.diff.DiffWords;
import dev.brokerscope.core.job.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A restore's report in words.
final class RestoreWords {

    private RestoreWords() {}

    static String summary(RestoreReport report) {
        String written = Amounts.of(report.written(), "message") + " of "
                + Amounts.of(report.channels().size(), "channel") + " written to " + report.dryRun().target() + ".";
        String failed = report.failed() == 0 ? "" : " " + Amounts.of(report.failed(), "message") + " refused.";
        return written + failed + verdict(report);
    }

    static String text(RestoreReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(summary(report));
        for (RestoreReport.Channel c : report.channels()) {
            lines.add("  " + c.from() + " → " + c.to() + (c.created() ? " (created): " : ": ")
                    + Amounts.of(c.written(), "message") + ", " + Amounts.bytes(c.bytes()));
            c.firstFailure().ifPresent(f -> lines.add("    first refused: " + f));
            if (c.retimed() > 0) {
                lines.add("    not kept: the time before 1970 of " + Amounts.of(c.retimed(), "message")
                        + ", which the target does not take; the time of the restore stands there");
            }
        }
        for (RestoreReport.Group g : report.groups()) {
            lines.add("  group " + g.name() + (g.set() ? " set: " : " not set: ") + String.join(", ", g.positions())
                    + (g.problem().isEmpty() ? "" : " " + g.problem()));
        }
        report.losses().forEach(l -> lines.add("  not kept: " + l));
        for (ChannelDiff diff : report.comparison().map(Comparison::channels).orElse(List.of())) {
            lines.add("  " + DiffWords.sentence(diff));
        }
        lines.add("  took " + Amounts.span(report.took()));
        return String.join("\n", lines);
    }

    private static String verdict(RestoreReport report) {
        Optional<Comparison> comparison = report.comparison();
        if (comparison.isEmpty()) {
            return " Not compared with the archive.";
        }
        if (comparison.get().equal()) {
            return report.retimed() == 0 ? " Equal to the archive."
                    : " Equal to the archive but for the time of " + Amounts.of(report.retimed(), "message") + ".";
        }
        return " Different from the archive: " + comparison.get().first().map(d -> d.sentence())
                .orElseGet(() -> comparison.get().channels().stream().filter(c -> !c.equal())
                        .map(DiffWords::sentence).findFirst().orElse(""));
    }
}
