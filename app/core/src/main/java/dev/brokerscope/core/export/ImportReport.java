package dev.brokerscope.core.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import java.util.List;
import java.util.Optional;

/// What an import wrote.
///
/// @param created channels that did not exist
/// @param failed messages that the target refused
/// @param losses sentences: what the target does not keep
public record ImportReport(String target, List<String> channels, List<String> created, long written, long failed,
        Optional<String> firstFailure, List<String> losses) implements JobReport {

    public ImportReport {
        channels = List.copyOf(channels);
        created = List.copyOf(created);
        losses = List.copyOf(losses);
    }

    @Override
    public Outcome outcome() {
        return failed == 0 ? Outcome.COMPLETE : Outcome.INCOMPLETE;
    }

    @Override
    public String summary() {
        return Amounts.of(written, "message") + " written to " + Amounts.of(channels.size(), "channel") + " of "
                + target
                + "." + (failed == 0 ? "" : " " + Amounts.of(failed, "message") + " refused"
                        + firstFailure.map(f -> ", first: " + f).orElse("."));
    }

    @Override
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("outcome", outcome().name().toLowerCase(java.util.Locale.ROOT)).put("target", target);
        var names = root.putArray("channels");
        channels.forEach(names::add);
        var made = root.putArray("created");
        created.forEach(made::add);
        root.put("written", written).put("failed", failed).put("firstFailure", firstFailure.orElse(null));
        var lost = root.putArray("losses");
        losses.forEach(lost::add);
        return root;
    }
}
