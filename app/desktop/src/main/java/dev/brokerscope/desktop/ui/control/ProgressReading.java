package dev.brokerscope.desktop.ui.control;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// How far something is, read from its counters at one moment.
///
/// @param done messages so far
/// @param total how many there will be, if anybody knows
/// @param totalWord the honesty sign of the total: empty when exact, `≤ ` for an upper bound, `~ ` for an estimate
/// @param perSecond messages per second lately
/// @param left time left, if it can be told
public record ProgressReading(long done, OptionalLong total, String totalWord, double perSecond,
        Optional<Duration> left) {

    /// From 0 to 1; -1 where the total is unknown.
    public double fraction() {
        long of = total.orElse(0);
        return of <= 0 ? -1 : Math.min(1.0, (double) done / of);
    }
}
