package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import java.util.Optional;
import java.util.Set;

/// What to read.
///
/// @param partitions absent for all of them
/// @param limits of one batch
/// @param consent the impacts the user agreed to
public record OpenRequest(ChannelId channel, Optional<Set<Integer>> partitions, Start start, End end,
        Isolation isolation, Limits limits, Set<Impact> consent) {

    /// @param messages at most so many in one batch
    /// @param bytes a batch is closed once it holds so many; a single larger message comes alone
    public record Limits(int messages, long bytes) {
        public static final Limits DEFAULT = new Limits(2_000, 8L << 20);
    }

    public OpenRequest {
        partitions = partitions.map(Set::copyOf);
        consent = Set.copyOf(consent);
    }

    /// Everything held now, committed only.
    public static OpenRequest everything(ChannelId channel) {
        return new OpenRequest(channel, Optional.empty(), new Start.Earliest(), new End.Snapshot(),
                Isolation.COMMITTED, Limits.DEFAULT, Set.of());
    }

    public OpenRequest from(Start newStart) {
        return new OpenRequest(channel, partitions, newStart, end, isolation, limits, consent);
    }

    public OpenRequest to(End newEnd) {
        return new OpenRequest(channel, partitions, start, newEnd, isolation, limits, consent);
    }

    public OpenRequest only(Set<Integer> numbers) {
        return new OpenRequest(channel, Optional.of(numbers), start, end, isolation, limits, consent);
    }

    public OpenRequest isolated(Isolation newIsolation) {
        return new OpenRequest(channel, partitions, start, end, newIsolation, limits, consent);
    }

    public OpenRequest limited(Limits newLimits) {
        return new OpenRequest(channel, partitions, start, end, isolation, newLimits, consent);
    }

    public OpenRequest consenting(Set<Impact> impacts) {
        return new OpenRequest(channel, partitions, start, end, isolation, limits, impacts);
    }
}
