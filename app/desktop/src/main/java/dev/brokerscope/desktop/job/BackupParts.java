package dev.brokerscope.desktop.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.job.ReportText.Line;
import dev.brokerscope.desktop.job.ReportText.Part;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The parts of a backup's report.
final class BackupParts {

    List<Part> of(JsonNode json) {
        List<Part> parts = new ArrayList<>();
        parts.add(holds(json));
        parts.add(channels(json));
        List<Line> why = new ArrayList<>();
        json.path("incomplete").forEach(s -> why.add(Line.sentence(s.asText(), Tone.WARN)));
        if (!why.isEmpty()) {
            parts.add(new Part(Texts.text("job.backup.incomplete"), "", why));
        }
        if (json.path("verification").isObject()) {
            ReportReading.problems(json.path("verification"), parts);
        }
        return parts;
    }

    private static Part holds(JsonNode json) {
        List<Line> lines = new ArrayList<>(List.of(
                Line.of(Texts.text("job.messages"), Amounts.number(json.path("messages").asLong())),
                Line.of(Texts.text("job.backup.bytes"), Amounts.bytes(json.path("bytes").asLong())),
                Line.of(Texts.text("job.backup.size"), Amounts.bytes(json.path("archiveBytes").asLong())),
                Line.of(Texts.text("job.backup.schemas"), Amounts.number(json.path("schemas").asLong())),
                Line.of(Texts.text("job.backup.groups"), Amounts.number(json.path("groups").asLong())),
                Line.of(Texts.text("job.backup.rate"),
                        Texts.text("progress.rate", json.path("messagesPerSecond").asLong()))));
        JsonNode verification = json.path("verification");
        if (verification.isObject()) {
            boolean sound = verification.path("state").asText().equals("sound");
            lines.add(new Line(Texts.text("job.backup.verified", verification.path("level").asText()),
                    sound ? Texts.text("job.backup.sound") : verification.path("state").asText(),
                    sound ? Tone.OK : Tone.BAD));
        }
        lines.add(Line.of(Texts.text("job.backup.file"), json.path("archive").asText()));
        return new Part(Texts.text("job.backup.holds"), "", lines);
    }

    private static Part channels(JsonNode json) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode channel : json.path("channels")) {
            String gaps = channel.path("gaps").properties().stream()
                    .map(e -> Amounts.number(e.getValue().asLong()) + " " + e.getKey())
                    .collect(Collectors.joining(", "));
            String held = Amounts.number(channel.path("messages").asLong()) + " · "
                    + Amounts.bytes(channel.path("bytes").asLong());
            lines.add(Line.of(channel.path("channel").asText(),
                    gaps.isEmpty() ? held : held + " · " + Texts.text("job.backup.gaps", gaps)));
        }
        return new Part(Texts.text("job.channels"), Amounts.number(lines.size()), lines);
    }
}
