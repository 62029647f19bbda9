package dev.brokerscope.core.restore;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A channel that was written.
///
/// @param begun the target before its first message
/// @param ends the target's ends after its last
/// @param effective what the publisher said it keeps
record RestoredChannel(PreparedChannel prepared, ChannelDetails target, ChannelJournal.Begun begun, long written,
        long failed,
        long bytes, Optional<String> firstFailure, List<Position> ends,
        List<Translation> translations, Map<MessagePart, Keep> effective, List<String> losses) {

    /// What this restore wrote, in the target.
    List<SliceResolver.Range> writtenRanges() {
        List<SliceResolver.Range> ranges = new ArrayList<>();
        for (Position end : ends) {
            Position start = begun.start(end.partition()).orElse(new Position(end.partition(), 0, 0));
            ranges.add(new SliceResolver.Range(start, Optional.of(end)));
        }
        return ranges;
    }

    RestoreReport.Channel reported() {
        return new RestoreReport.Channel(prepared.source().id(), prepared.target(), begun.created(), written, failed,
                bytes,
                firstFailure, new RestoreReport.Mark(target.incarnation(), ends));
    }
}
