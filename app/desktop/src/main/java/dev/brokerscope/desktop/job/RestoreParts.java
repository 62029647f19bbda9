package dev.brokerscope.desktop.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.job.ReportText.Line;
import dev.brokerscope.desktop.job.ReportText.Part;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.ArrayList;
import java.util.List;

/// The parts of a restore's report.
final class RestoreParts {

    List<Part> of(JsonNode json) {
        List<Part> parts = new ArrayList<>();
        parts.add(written(json));
        if (json.path("comparison").isObject()) {
            parts.add(compared(json.path("comparison")));
            parts.add(hashes(json.path("comparison")));
        }
        groups(json, parts);
        List<Line> losses = new ArrayList<>();
        json.path("losses").forEach(s -> losses.add(Line.sentence(s.asText(), Tone.WARN)));
        if (!losses.isEmpty()) {
            parts.add(new Part(Texts.text("job.restore.losses"), "", losses));
        }
        return parts;
    }

    private static Part written(JsonNode json) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode channel : json.path("results")) {
            String from = channel.path("from").asText();
            String to = channel.path("to").asText();
            long failed = channel.path("failed").asLong();
            String count = Amounts.number(channel.path("written").asLong());
            lines.add(new Line(from.equals(to) ? to : from + " → " + to,
                    failed == 0 ? count : count + " · " + Texts.text("job.restore.refused", failed),
                    failed == 0 ? Tone.PLAIN : Tone.WARN));
            if (channel.hasNonNull("firstFailure")) {
                lines.add(Line.sentence(Texts.text("job.restore.first", channel.path("firstFailure").asText()),
                        Tone.WARN));
            }
        }
        return new Part(Texts.text("job.restore.written"), json.path("target").asText(), lines);
    }

    private static Part compared(JsonNode comparison) {
        long messages = 0;
        long tombstones = 0;
        long bytes = 0;
        long partitions = 0;
        List<Line> differences = new ArrayList<>();
        for (JsonNode channel : comparison.path("channels")) {
            messages += channel.path("a").path("messages").asLong();
            tombstones += channel.path("a").path("tombstones").asLong();
            bytes += channel.path("a").path("bytes").asLong();
            partitions += channel.path("a").path("partitions").asLong();
            channel.path("differences").forEach(d -> differences.add(Line.sentence(difference(channel, d), Tone.BAD)));
        }
        Tone tone = comparison.path("equal").asBoolean() ? Tone.OK : Tone.BAD;
        List<Line> lines = new ArrayList<>(List.of(
                new Line(Texts.text("job.messages"), Amounts.number(messages), tone),
                new Line(Texts.text("job.restore.tombstones"), Amounts.number(tombstones), tone),
                new Line(Texts.text("job.restore.bytes"), Amounts.number(bytes), tone),
                new Line(Texts.text("job.restore.partitions"), Amounts.number(partitions), tone)));
        lines.addAll(differences);
        return new Part(Texts.text("job.restore.compared"), tone == Tone.OK
                ? Texts.text("job.restore.equal") : Texts.text("job.restore.different"), lines);
    }

    private static String difference(JsonNode channel, JsonNode difference) {
        return Texts.text("job.restore.difference", channel.path("b").path("channel").asText(),
                difference.path("partition").asText(), difference.path("field").asText(),
                difference.path("a").asText(), difference.path("b").asText());
    }

    private static Part hashes(JsonNode comparison) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode channel : comparison.path("channels")) {
            boolean equal = channel.path("equal").asBoolean();
            lines.add(new Line(channel.path("b").path("channel").asText(),
                    brief(channel.path("b").path("contentHash").asText()), equal ? Tone.OK : Tone.BAD));
        }
        return new Part(Texts.text("job.restore.hash"), "", lines);
    }

    private static String brief(String hash) {
        return hash.length() <= 16 ? hash : hash.substring(0, 8) + " " + hash.substring(8, 16) + " …";
    }

    private static void groups(JsonNode json, List<Part> parts) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode group : json.path("groups")) {
            if (group.isObject()) {
                boolean set = group.path("set").asBoolean();
                lines.add(new Line(group.path("name").asText(), set ? Texts.text("job.restore.group-set")
                        : group.path("problem").asText(), set ? Tone.OK : Tone.WARN));
            }
        }
        if (!lines.isEmpty()) {
            parts.add(new Part(Texts.text("job.restore.groups"), Amounts.number(lines.size()), lines));
        }
    }
}
