package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A run of an archive, or a part of it, that a new archive takes over: its rows as they stand (settings, groups, events,
/// cluster objects, schemas), and the ranges that are going to be written. Messages and gaps follow through the writer.
///
/// @param source stays open while this is written
/// @param run as the source names it
/// @param as the same where the run's messages come along as they were, a new one where something was made of them: then
/// what its plan searched for is not repeated
/// @param ranges what is written of each partition; channels without a range are left out
/// @param counted whether schema uses keep their counts: only where all messages of the run come along
public record RunCopy(Archive source, UUID run, UUID as, RunFidelity fidelity, List<Range> ranges, boolean counted) {

    public RunCopy {
        ranges = List.copyOf(ranges);
    }

    /// @param channel as the source's session shows it: an older incarnation is `orders~1`
    /// @param end exclusive; absent where the run knew none
    public record Range(ChannelId channel, Position begin, Optional<Position> end) {

        public int partition() {
            return begin.partition();
        }
    }
}
