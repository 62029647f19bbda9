package dev.brokerscope.core.drill;

import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.text.HtmlPage;
import java.util.List;

/// A drill's report as one page for people.
final class DrillPage {

    private DrillPage() {}

    static String html(DrillReport report) {
        HtmlPage page = new HtmlPage("Restore drill of " + report.archive().getFileName(), DrillWords.outcome(report),
                report.summary());
        page.table("Drill", List.of(), List.of(
                List.of("Archive", report.archive().toString()),
                List.of("Restored into", report.scratch()),
                List.of("Started", report.started().toString()),
                List.of("Took", Amounts.span(report.took())),
                List.of("Deep check", report.check().summary())));
        page.table("Problems", List.of(), report.check().verification().problems().stream()
                .map(p -> List.of(p.code(), p.message())).toList());
        page.table("Channels", List.of("Channel", "Messages", "Size", "Refused", "Result"),
                report.channels().stream().map(c -> List.of(c.channel().text(), Amounts.number(c.written()),
                        Amounts.bytes(c.bytes()), Amounts.number(c.failed()),
                        DrillWords.word(c) + c.difference().map(d -> ": " + d).orElse(""))).toList());
        page.table("Notes", List.of(), report.notes().stream().map(List::of).toList());
        page.table("Not removed", List.of(), report.left().stream().map(List::of).toList());
        return page.html();
    }
}
