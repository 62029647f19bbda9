package dev.brokerscope.core.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.core.job.Amounts;
import java.util.stream.Stream;

/// A comparison as sentences and as JSON.
public final class DiffWords {

    private DiffWords() {}

    static String summary(DiffReport report) {
        long messages = report.channels().stream().mapToLong(c -> c.sideA().messages()).sum();
        if (report.equal()) {
            return "Equal: " + Amounts.of(report.channels().size(), "channel") + " with "
                    + Amounts.of(messages, "message") + " in " + report.a() + " and " + report.b() + ".";
        }
        Stream<String> missing = Stream.concat(
                report.onlyA().stream().map(c -> c.text() + " is missing in " + report.b() + "."),
                report.onlyB().stream().map(c -> c.text() + " is missing in " + report.a() + "."));
        Stream<String> changed = report.channels().stream().filter(c -> !c.equal()).map(DiffWords::sentence);
        return "Different: " + String.join(" ", Stream.concat(missing, changed).limit(3).toList());
    }

    /// What a person should know of one pair of channels.
    public static String sentence(ChannelDiff diff) {
        if (diff.equal()) {
            return diff.a().text() + ": equal, " + Amounts.of(diff.sideA().messages(), "message") + ".";
        }
        String counts = diff.a().text() + ": " + Amounts.number(diff.sideA().messages()) + " against "
                + Amounts.of(diff.sideB().messages(), "message") + ".";
        return diff.first().map(d -> counts + " First difference: " + d.sentence()).orElse(counts);
    }

    static ObjectNode json(DiffReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("equal", report.equal()).put("a", report.a()).put("b", report.b());
        ArrayNode channels = root.putArray("channels");
        report.channels().forEach(c -> channels.add(json(c)));
        ArrayNode onlyA = root.putArray("onlyA");
        report.onlyA().forEach(c -> onlyA.add(c.text()));
        ArrayNode onlyB = root.putArray("onlyB");
        report.onlyB().forEach(c -> onlyB.add(c.text()));
        return root;
    }

    /// One pair of channels.
    public static ObjectNode json(ChannelDiff diff) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("equal", diff.equal()).put("ordered", diff.ordered());
        node.set("a", json(diff.a().text(), diff.sideA()));
        node.set("b", json(diff.b().text(), diff.sideB()));
        ArrayNode differences = node.putArray("differences");
        for (Difference d : diff.differences()) {
            ObjectNode one = differences.addObject();
            one.put("partition", d.partition()).put("positionA", d.positionA().orElse(null));
            one.put("positionB", d.positionB().orElse(null)).put("field", d.field());
            one.put("a", d.a()).put("b", d.b());
        }
        return node;
    }

    private static ObjectNode json(String channel, ChannelDiff.Side side) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("channel", channel).put("partitions", side.partitions()).put("messages", side.messages());
        node.put("tombstones", side.tombstones()).put("bytes", side.bytes()).put("holes", side.holes());
        return node.put("contentHash", side.hash().toHex());
    }
}
