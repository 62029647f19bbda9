package dev.brokerscope.core.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.Outcome;
import java.util.List;

/// How two sides compare.
///
/// @param onlyA channels asked for that B lacks
/// @param onlyB channels of B, under the same naming, that A lacks; looked for only where everything was asked for
public record DiffReport(String a, String b, List<ChannelDiff> channels, List<ChannelId> onlyA,
        List<ChannelId> onlyB) implements JobReport {

    public DiffReport {
        channels = List.copyOf(channels);
        onlyA = List.copyOf(onlyA);
        onlyB = List.copyOf(onlyB);
    }

    public boolean equal() {
        return onlyA.isEmpty() && onlyB.isEmpty() && channels.stream().allMatch(ChannelDiff::equal);
    }

    @Override
    public Outcome outcome() {
        return equal() ? Outcome.COMPLETE : Outcome.DIFFERENT;
    }

    @Override
    public String summary() {
        return DiffWords.summary(this);
    }

    @Override
    public ObjectNode json() {
        return DiffWords.json(this);
    }
}
