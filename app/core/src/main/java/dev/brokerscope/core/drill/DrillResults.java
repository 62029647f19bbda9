package dev.brokerscope.core.drill;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.diff.ChannelDiff;
import dev.brokerscope.core.diff.DiffWords;
import dev.brokerscope.core.restore.Comparison;
import dev.brokerscope.core.restore.RestoreReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has come out of a drill so far. One thread.
final class DrillResults {

    private final Map<ChannelId, DrillReport.Channel> channels = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private List<String> left = List.of();
    private int portions;

    void portion(RestoreReport report) {
        portions++;
        List<ChannelDiff> diffs = report.comparison().map(Comparison::channels).orElse(List.of());
        for (RestoreReport.Channel c : report.channels()) {
            Optional<ChannelDiff> diff = diffs.stream().filter(d -> d.a().equals(c.from())).findFirst();
            Optional<String> difference = diff.filter(d -> !d.equal()).map(DiffWords::sentence);
            channels.merge(c.from(), new DrillReport.Channel(c.from(), c.written(), c.bytes(), c.failed(), c.retimed(),
                    diff.isPresent(), difference), DrillReport.Channel::plus);
            if (c.retimed() > 0) {
                note(c.from() + ": the target does not take the time before 1970 of some messages.");
            }
            c.firstFailure().ifPresent(f -> note(c.from() + ": the first message refused: " + f));
        }
    }

    /// Once each.
    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /// What the last attempt could not remove.
    void left(List<String> channelsLeft) {
        left = List.copyOf(channelsLeft);
    }

    int portions() {
        return portions;
    }

    List<DrillReport.Channel> channels() {
        return List.copyOf(channels.values());
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<String> left() {
        return left;
    }
}
