package dev.brokerscope.core.restore;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile;
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

    boolean takesTimesBefore1970() {
        return !target.profile().hasCaveat(ChannelProfile.Caveat.NEGATIVE_TIMESTAMP);
    }

    /// Messages whose time this target does not take; of a very large archive those seen.
    long retimed(Survey survey) {
        return takesTimesBefore1970() ? 0 : survey.negativeTimes(prepared.source().id());
    }

    RestoreReport.Channel reported(Survey survey) {
        return new RestoreReport.Channel(prepared.source().id(), prepared.target(), begun.created(), written, failed,
                bytes, firstFailure, retimed(survey), new RestoreReport.Mark(target.incarnation(), ends));
    }
}
