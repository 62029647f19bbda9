package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.Count;
import java.time.Duration;
import java.util.Optional;

/// How far a search is, as read from its counters at one moment.
///
/// @param scanned messages looked at
/// @param total how many there may be to look at
/// @param matched messages kept
/// @param bytesOnDisk of the result
/// @param left time until everything is looked at, where it can be told
public record SearchProgress(long scanned, Count total, long matched, long bytesOnDisk, double perSecond,
        Optional<Duration> left) {

    static final SearchProgress NONE = new SearchProgress(0, Count.UNKNOWN, 0, 0, 0, Optional.empty());

    /// From 0 to 1; -1 where nobody knows how much there is.
    public double fraction() {
        return total.quality() == Count.Quality.UNKNOWN || total.value() <= 0
                ? -1
                : Math.min(1.0, (double) scanned / total.value());
    }
}
