package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.core.diff.ChannelDiff;
import dev.brokerscope.core.diff.DiffWords;
import dev.brokerscope.core.job.Amounts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A restore's report as one HTML page without scripts, fonts or pictures from elsewhere. All text is escaped: names
/// come from brokers.
final class RestorePage {

    private static final String STYLE =
            """
                    body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                    :root { color-scheme: light dark; }
                    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
                    th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
                    code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
                    .verdict { padding: .8rem 1rem; border-radius: 8px; border: 1px solid; }
                    .complete { border-color: #2a8a4a; } .incomplete { border-color: #b07d12; }
                    .different, .damaged { border-color: #c0353a; }
                    """;

    private RestorePage() {}

    static String html(RestoreReport report) {
        String verdict = report.outcome().name().toLowerCase(Locale.ROOT);
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Restore into ")
                .append(escape(report.dryRun().target())).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n<h1>Restore into ").append(escape(report.dryRun().target())).append("</h1>\n")
                .append("<p class=\"verdict ").append(verdict).append("\">").append(escape(report.summary()))
                .append("</p>\n");
        page.append(facts(report)).append(channels(report)).append(groups(report)).append(comparison(report))
                .append(fidelity(report)).append(findings(report));
        return page.append("</html>\n").toString();
    }

    private static String facts(RestoreReport report) {
        return table(List.of(), Stream.of(
                List.of("Archive", report.dryRun().plan().archive().toString()),
                List.of("Cluster id", report.clusterId().orElse("none")),
                List.of("Started", report.started().toString()),
                List.of("Took", Amounts.span(report.took())),
                List.of("Plan", report.dryRun().plan().id())));
    }

    private static String channels(RestoreReport report) {
        return "<h2>Channels</h2>\n" + table(
                List.of("From", "To", "Written", "Size", "Refused", "Written as of now"),
                report.channels().stream().map(c -> List.of(c.from().text(),
                        c.to().text() + (c.created() ? " (created)" : ""), Amounts.number(c.written()),
                        Amounts.bytes(c.bytes()),
                        Amounts.number(c.failed()) + c.firstFailure().map(f -> ", first: " + f).orElse(""),
                        Amounts.number(c.retimed()))));
    }

    private static String groups(RestoreReport report) {
        return report.groups().isEmpty() ? "" : "<h2>Groups</h2>\n" + table(List.of("Group", "", "Positions"),
                report.groups().stream().map(g -> List.of(g.name(), g.set() ? "set" : "not set: " + g.problem(),
                        String.join(", ", g.positions()))));
    }

    private static String comparison(RestoreReport report) {
        if (report.comparison().isEmpty()) {
            return "";
        }
        List<ChannelDiff> diffs = report.comparison().get().channels();
        return "<h2>Compared with the archive</h2>\n" + table(List.of("Result", "Hash in the archive", "in the target"),
                diffs.stream().map(d -> List.of(DiffWords.sentence(d), d.sideA().hash().toHex(),
                        d.sideB().hash().toHex())));
    }

    private static String fidelity(RestoreReport report) {
        Stream<List<String>> losses = report.losses().stream().map(l -> List.of("Not kept", "lost", l));
        Stream<List<String>> lines = report.dryRun().fidelity().lines().stream()
                .map(l -> List.of(l.part(), l.keep().name().toLowerCase(Locale.ROOT), l.detail()));
        return "<h2>What the target keeps</h2>\n" + table(List.of("Part", "", ""), Stream.concat(lines, losses));
    }

    private static String findings(RestoreReport report) {
        List<Finding> findings = report.dryRun().preflight().findings();
        return findings.isEmpty() ? "" : "<h2>Preflight</h2>\n" + table(List.of("", "Channel", "Finding"),
                findings.stream().map(f -> List.of(f.severity().name().toLowerCase(Locale.ROOT), f.channel().text(),
                        f.message() + " " + f.remedy())));
    }

    private static String table(List<String> heads, Stream<List<String>> rows) {
        String head = heads.isEmpty() ? "" : heads.stream().map(h -> "<th>" + escape(h) + "</th>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
        return rows.map(r -> r.stream().map(c -> "<td>" + escape(c) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .collect(Collectors.joining("", "<table>\n" + head, "</table>\n"));
    }

    private static String escape(String text) {
        return Arrays.stream(text.split("", -1)).map(c -> switch (c) {
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            case "&" -> "&amp;";
            case "\"" -> "&quot;";
            default -> c;
        }).collect(Collectors.joining());
    }
}
