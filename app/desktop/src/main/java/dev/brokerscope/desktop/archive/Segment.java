package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.broker.GapReason;

/// A piece of a coverage bar.
///
/// @param from and `to`: 0 … 1 of the bar
public record Segment(double from, double to, Kind kind) {

    /// What stands there. The later ones win where several meet in one pixel.
    public enum Kind {
        NOTHING, HELD, FILTERED, COMPACTED, TRANSACTIONAL, RETENTION, LOST;

        static Kind of(GapReason reason) {
            return switch (reason) {
                case RETENTION -> RETENTION;
                case COMPACTED, SPARSE -> COMPACTED;
                case TRANSACTIONAL, ABORTED -> TRANSACTIONAL;
                case FILTERED, ERASED -> FILTERED;
                case TRUNCATED, UNREADABLE -> LOST;
            };
        }

        /// The class of the style sheets.
        String styleClass() {
            return "coverage-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
