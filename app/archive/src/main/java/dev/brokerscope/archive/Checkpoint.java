package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Position;
import java.util.Optional;

/// How far one partition of a run is safely on disk.
///
/// @param next the first position that is not
/// @param end exclusive; absent where no end is known
public record Checkpoint(ChannelId channel, Position begin, Position next, Optional<Position> end) {

    public boolean done() {
        return end.isPresent() && next.compareTo(end.get()) >= 0;
    }
}
