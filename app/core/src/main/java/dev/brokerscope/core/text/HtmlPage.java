package dev.brokerscope.core.text;

import java.util.List;
import java.util.stream.Collectors;

/// A report as one HTML page without scripts, fonts or pictures from elsewhere. All text is escaped: names come from
/// brokers. One thread.
public final class HtmlPage {

    private static final String STYLE =
            """
                    body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                    :root { color-scheme: light dark; }
                    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
                    th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
                    .verdict { padding: .8rem 1rem; border-radius: 8px; border: 1px solid; }
                    .complete { border-color: #2a8a4a; } .incomplete { border-color: #b07d12; }
                    .different, .damaged { border-color: #c0353a; }
                    """;

    private final StringBuilder page = new StringBuilder();

    /// @param outcome `complete`, `incomplete`, `different` or `damaged`
    public HtmlPage(String title, String outcome, String verdict) {
        page.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>").append(escape(title))
                .append("</title>\n<style>\n").append(STYLE).append("</style>\n<h1>").append(escape(title))
                .append("</h1>\n<p class=\"verdict ").append(outcome).append("\">").append(escape(verdict))
                .append("</p>\n");
    }

    /// Left out where there are no rows.
    ///
    /// @param heads of the columns; may be empty
    public HtmlPage table(String heading, List<String> heads, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.append("<h2>").append(escape(heading)).append("</h2>\n<table>\n")
                    .append(heads.isEmpty() ? "" : row("th", heads));
            rows.forEach(r -> page.append(row("td", r)));
            page.append("</table>\n");
        }
        return this;
    }

    public String html() {
        return page + "</html>\n";
    }

    private static String row(String tag, List<String> cells) {
        return cells.stream().map(c -> "<" + tag + ">" + escape(c) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
