package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Position;
import java.util.List;

/// How far a channel of the archive is safely in the target.
///
/// @param next of each partition of the archive, the first position that is not settled
/// @param last of each partition of the target, where the last settled message stands
/// @param written messages, so far
record ChannelProgress(List<Position> next, List<Position> last, long written) {

    static final ChannelProgress NONE = new ChannelProgress(List.of(), List.of(), 0);

    ChannelProgress {
        next = List.copyOf(next);
        last = List.copyOf(last);
    }
}
