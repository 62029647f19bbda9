package dev.brokerscope.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of `docs/brokers.md`, made of the profiles that the contract suites measured and put on record.
final class BrokersDocument {

    static final String BEGIN = "<!-- made of plugins/*/src/test/contract: see CONTRIBUTING.md -->";
    static final String END = "<!-- end -->";

    private final List<Properties> records;

    private BrokersDocument(List<Properties> records) {
        this.records = records;
    }

    static BrokersDocument ofTheRepository() {
        List<Properties> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Product.file("plugins"), 5)) {
            for (Path file : files.filter(f -> f.toString().contains("/src/test/contract/")
                    && f.toString().endsWith(".properties")).toList()) {
                Properties record = new Properties();
                record.load(new StringReader(Files.readString(file)));
                records.add(record);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        records.sort(Comparator.comparing(r -> r.getProperty("title")));
        return new BrokersDocument(records);
    }

    /// The text with the table that belongs between the marks.
    String into(String text) {
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        return text.substring(0, begin) + "\n\n" + table() + "\n" + caveats() + text.substring(text.indexOf(END));
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        row(table, "", r -> r.getProperty("title"));
        row(table, "---", _ -> "---");
        row(table, "**Reading**", _ -> "");
        row(table, "does to the broker", r -> BrokerWords.impact(words(r, "impact"))
                + (r.getProperty("impact.measured").equals("true") ? "" : " (not measured)"));
        row(table, "starts at", r -> BrokerWords.starts(words(r, "starts")));
        row(table, "knows its end by", r -> BrokerWords.end(r.getProperty("end")));
        row(table, "positions", r -> BrokerWords.positions(r.getProperty("positions")));
        row(table, "every hole is told", r -> r.getProperty("dense").equals("true") ? "yes" : "no");
        row(table, "order is that of", r -> BrokerWords.order(r.getProperty("order")));
        row(table, "brings", r -> BrokerWords.completeness(r.getProperty("completeness")));
        row(table, "**A restore keeps**", _ -> "");
        for (String part : BrokerWords.parts()) {
            row(table, BrokerWords.part(part), r -> BrokerWords.keep(r.getProperty("restore." + part)));
        }
        row(table, "**Besides**", _ -> "");
        for (String ability : BrokerWords.abilities()) {
            row(table, BrokerWords.ability(ability), r -> words(r, "abilities").contains(ability) ? "yes" : "–");
        }
        return table.toString();
    }

    private void row(StringBuilder table, String head, Function<Properties, String> cell) {
        table.append("| ").append(head).append(" | ")
                .append(records.stream().map(cell).collect(Collectors.joining(" | "))).append(" |\n");
    }

    private String caveats() {
        StringBuilder text = new StringBuilder();
        for (Properties record : records) {
            List<String> codes = record.stringPropertyNames().stream().filter(n -> n.startsWith("caveat.")).sorted()
                    .toList();
            if (!codes.isEmpty()) {
                text.append("### ").append(record.getProperty("title")).append("\n\n");
                codes.forEach(code -> text.append("- ").append(record.getProperty(code)).append('\n'));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static List<String> words(Properties record, String key) {
        return Stream.of(record.getProperty(key, "").split(",\\s*")).filter(w -> !w.isBlank()).toList();
    }
}
