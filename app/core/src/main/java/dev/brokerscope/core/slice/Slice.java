package dev.brokerscope.core.slice;

import dev.brokerscope.api.channel.ChannelId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A part of a channel: `payments[0,3]@2026-11-01T00:00Z..now`, `payments@last:1000`.
///
/// @param partitions absent for all
/// @param to exclusive
/// @param last only the newest so many of the channel, instead of `from` and `to`; at least 1
public record Slice(ChannelId channel, Optional<Set<Integer>> partitions, Bound from, Bound to, Optional<Long> last) {

    public Slice {
        partitions = partitions.map(Set::copyOf);
    }

    public static Slice whole(ChannelId channel) {
        return new Slice(channel, Optional.empty(), Bound.OPEN, Bound.OPEN, Optional.empty());
    }

    public Slice only(Set<Integer> numbers) {
        return new Slice(channel, Optional.of(numbers), from, to, last);
    }

    public Slice between(Bound begin, Bound end) {
        return new Slice(channel, partitions, begin, end, Optional.empty());
    }

    public Slice newest(long messages) {
        return new Slice(channel, partitions, Bound.OPEN, Bound.OPEN, Optional.of(messages));
    }

    public boolean isWhole() {
        return partitions.isEmpty() && last.isEmpty() && from instanceof Bound.Open && to instanceof Bound.Open;
    }

    public boolean covers(int partition) {
        return partitions.isEmpty() || partitions.get().contains(partition);
    }

    /// The one written form that commands take; `SliceText` reads it.
    public String text() {
        StringBuilder text = new StringBuilder(channel.text());
        partitions.ifPresent(p -> text.append('[')
                .append(new TreeSet<>(p).stream().map(String::valueOf).collect(Collectors.joining(",")))
                .append(']'));
        if (last.isPresent()) {
            text.append("@last:").append(last.get());
        } else if (!from.words().isEmpty() || !to.words().isEmpty()) {
            text.append('@').append(from.words()).append("..").append(to.words());
        }
        return text.toString();
    }
}
