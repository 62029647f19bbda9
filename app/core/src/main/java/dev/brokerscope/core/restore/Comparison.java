package dev.brokerscope.core.restore;

import dev.brokerscope.core.diff.ChannelDiff;
import dev.brokerscope.core.diff.Difference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The archive (A) against what the target (B) gives back, under the fidelity's mask.
public record Comparison(List<ChannelDiff> channels, Duration took) {

    public Comparison {
        channels = List.copyOf(channels);
    }

    public boolean equal() {
        return channels.stream().allMatch(ChannelDiff::equal);
    }

    public Optional<Difference> first() {
        return channels.stream().flatMap(c -> c.differences().stream()).findFirst();
    }
}
