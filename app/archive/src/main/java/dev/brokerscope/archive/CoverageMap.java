package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an archive holds, drawn: one strip per partition, by position and by time. Made of the manifest alone.
///
/// @param times of all strips alike; absent where no message has a time
public record CoverageMap(Optional<Times> times, Map<Place, Strip> strips) {

    /// A span of time, in milliseconds since the epoch. Single messages far outside of what the others have are beyond its
    /// edges, so that they do not squeeze everything else into one pixel.
    ///
    /// @param beyond whether there are such
    public record Times(long from, long to, boolean beyond) {}

    /// @param channel as the archive's session shows it
    public record Place(ChannelId channel, int partition) {}

    /// Empty where a partition holds nothing and misses nothing.
    ///
    /// @param holes positions without a message inside of blocks, by reason: too many and too small to be drawn
    public record Strip(List<Piece> byPosition, List<Piece> byTime, Map<GapReason, Long> holes) {

        static final Strip EMPTY = new Strip(List.of(), List.of(), Map.of());

        public Strip {
            byPosition = List.copyOf(byPosition);
            byTime = List.copyOf(byTime);
            holes = Map.copyOf(holes);
        }
    }

    /// A part of a strip in which one thing is to be said; what is between pieces holds nothing.
    ///
    /// @param from and `to`: 0 … 1 of the strip
    /// @param gap why messages are not held there; absent where they are
    public record Piece(double from, double to, Optional<GapReason> gap) {}

    public CoverageMap {
        strips = Map.copyOf(strips);
    }

    /// An empty one where there is none of such a name.
    public Strip strip(ChannelId channel, int partition) {
        return strips.getOrDefault(new Place(channel, partition), Strip.EMPTY);
    }
}
