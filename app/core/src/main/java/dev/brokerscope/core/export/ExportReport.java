package dev.brokerscope.core.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import java.nio.file.Path;

/// What an export wrote.
///
/// @param gaps stretches of positions without a message
/// @param harmed whether one of them is a loss
public record ExportReport(Path file, int channels, long messages, long gaps, long fileBytes, boolean harmed)
        implements JobReport {

    @Override
    public Outcome outcome() {
        return harmed ? Outcome.INCOMPLETE : Outcome.COMPLETE;
    }

    @Override
    public String summary() {
        return Amounts.of(messages, "message") + " of " + Amounts.of(channels, "channel") + " in " + file + ", "
                + Amounts.bytes(fileBytes) + ".";
    }

    @Override
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("outcome", outcome().name().toLowerCase(java.util.Locale.ROOT)).put("file", file.toString());
        root.put("channels", channels).put("messages", messages).put("gaps", gaps);
        return root.put("fileBytes", fileBytes);
    }
}
