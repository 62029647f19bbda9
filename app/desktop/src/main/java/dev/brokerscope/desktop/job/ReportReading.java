package dev.brokerscope.desktop.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobRecord;
import dev.brokerscope.desktop.job.ReportText.Line;
import dev.brokerscope.desktop.job.ReportText.Part;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Reads a job's record, as history keeps it, into a [ReportText].
///
/// @param zone of the times
public record ReportReading(ZoneId zone) {

    public ReportText read(JobRecord record) {
        List<Part> parts = new ArrayList<>();
        record.report().ifPresent(json -> parts.addAll(switch (record.request().kind()) {
            case BACKUP -> new BackupParts().of(json);
            case RESTORE -> new RestoreParts().of(json);
            case VERIFY -> verify(json);
            case DIFF, EXPORT, IMPORT, REWORK, DRILL -> List.of(plain(json));
        }));
        parts.add(times(record));
        return new ReportText(JobWords.mark(record), sentence(record), record.fault().map(Fault::remedy).orElse(""),
                record.fault().flatMap(Fault::details).orElse(""), parts);
    }

    private static String sentence(JobRecord record) {
        return switch (record.state()) {
            case FAILED -> record.fault().map(Fault::message).orElse(record.summary());
            case CANCELLED -> Texts.text("job.cancelled.sentence", record.messages());
            case INTERRUPTED -> Texts.text("job.interrupted.sentence", record.messages());
            case DONE -> record.summary();
            case RUNNING, PAUSED -> Texts.text("job.elsewhere");
        };
    }

    private Part times(JobRecord record) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Texts.text("job.started"), JobWords.moment(record.started(), zone)));
        record.ended().ifPresent(end -> {
            lines.add(Line.of(Texts.text("job.ended"), JobWords.moment(end, zone)));
            lines.add(Line.of(Texts.text("job.took"), Amounts.span(Duration.between(record.started(), end))));
        });
        return new Part(Texts.text("job.times"), "", lines);
    }

    static List<Part> verify(JsonNode json) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Texts.text("job.verify.looked"), json.path("level").asText(), List.of(
                Line.of(Texts.text("job.verify.blocks"), Amounts.number(json.path("blocks").asLong())),
                Line.of(Texts.text("job.messages"), Amounts.number(json.path("messages").asLong())),
                Line.of(Texts.text("job.verify.bytes"), Amounts.bytes(json.path("bytes").asLong())))));
        problems(json, parts);
        return parts;
    }

    static void problems(JsonNode verification, List<Part> parts) {
        List<Line> lines = new ArrayList<>();
        verification.path("problems").forEach(p -> lines.add(Line.sentence(p.path("message").asText(), Tone.BAD)));
        if (!lines.isEmpty()) {
            parts.add(new Part(Texts.text("job.problems"), Amounts.number(lines.size()), lines));
        }
    }

    private static Part plain(ObjectNode json) {
        List<Line> lines = new ArrayList<>();
        json.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                lines.add(Line.of(entry.getKey(), entry.getValue().asText()));
            }
        });
        return new Part(Texts.text("job.report"), "", lines);
    }
}
