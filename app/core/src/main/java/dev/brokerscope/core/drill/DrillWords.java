package dev.brokerscope.core.drill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A drill's report in words and as JSON.
final class DrillWords {

    static final String ONLY_MEMORY =
            "Tried in memory: this proves the archive. Give a connection with -c to try a broker "
                    + "too.";

    private DrillWords() {}

    static String summary(DrillReport report) {
        String name = String.valueOf(report.archive().getFileName());
        String amount = Amounts.of(report.written(), "message") + " of "
                + Amounts.of(report.channels().size(), "channel");
        return switch (report.outcome()) {
            case COMPLETE -> name + " can be restored: " + amount + " came back equal from " + report.scratch() + ".";
            case INCOMPLETE -> name + " can be restored, but not everything is well: " + amount + " written to "
                    + report.scratch() + "; " + complaints(report).getFirst();
            case DIFFERENT -> name + " came back different from " + report.scratch() + ": " + report.channels().stream()
                    .flatMap(c -> c.difference().stream()).findFirst().orElse("");
            case DAMAGED -> name + " is damaged, so nothing was restored: "
                    + report.check().verification().problems().stream().findFirst().map(p -> p.message()).orElse("");
        };
    }

    /// Why it is not complete; never empty where it is not.
    private static List<String> complaints(DrillReport report) {
        List<String> all = new ArrayList<>();
        if (!report.check().sealed()) {
            all.add("The archive is not sealed: its backup is not at its end.");
        }
        report.channels().stream().filter(c -> c.failed() > 0)
                .forEach(c -> all.add(c.channel() + ": " + Amounts.of(c.failed(), "message") + " refused."));
        report.channels().stream().filter(c -> !c.compared()).forEach(c -> all.add(c.channel()
                + " was not compared: reading it back would change it."));
        report.left().forEach(l -> all.add("Not removed: " + l));
        return all;
    }

    static String text(DrillReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(summary(report));
        report.check().verification().problems().stream().limit(20).forEach(p -> lines.add("  " + p.message()));
        report.channels().forEach(c -> lines.add("  " + c.channel() + ": " + Amounts.of(c.written(), "message") + ", "
                + Amounts.bytes(c.bytes()) + ", " + word(c) + c.difference().map(d -> ": " + d).orElse("")));
        if (report.outcome() == Outcome.INCOMPLETE) {
            complaints(report).forEach(c -> lines.add("  " + c));
        }
        report.notes().forEach(n -> lines.add("  " + n));
        if (!report.channels().isEmpty() && report.left().isEmpty()) {
            lines.add("  The scratch channels were removed again.");
        }
        lines.add("  took " + Amounts.span(report.took()));
        return String.join("\n", lines);
    }

    static String word(DrillReport.Channel channel) {
        return channel.equal() ? "equal" : channel.compared() ? "different" : "not compared";
    }

    static ObjectNode json(DrillReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("archive", report.archive().toString()).put("outcome", outcome(report));
        root.put("scratch", report.scratch()).put("inMemory", report.inProcess()).put("portions", report.portions());
        root.put("started", report.started().toString()).put("tookMillis", report.took().toMillis());
        root.put("written", report.written());
        root.set("check", report.check().json());
        ArrayNode channels = root.putArray("channels");
        for (DrillReport.Channel c : report.channels()) {
            channels.addObject().put("channel", c.channel().text()).put("written", c.written()).put("bytes", c.bytes())
                    .put("failed", c.failed()).put("compared", c.compared()).put("equal", c.equal())
                    .put("difference", c.difference().orElse(null));
        }
        ArrayNode notes = root.putArray("notes");
        report.notes().forEach(notes::add);
        ArrayNode left = root.putArray("left");
        report.left().forEach(left::add);
        return root;
    }

    static String outcome(DrillReport report) {
        return report.outcome().name().toLowerCase(Locale.ROOT);
    }
}
