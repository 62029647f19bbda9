package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.archive.CoverageMap;
import dev.brokerscope.desktop.ui.Texts;

/// A piece of a coverage bar.
///
/// @param from and `to`: 0 … 1 of the bar
public record Segment(double from, double to, Kind kind) {

    static Segment of(CoverageMap.Piece piece) {
        return new Segment(piece.from(), piece.to(), piece.gap().map(Kind::of).orElse(Kind.HELD));
    }

    /// What stands there.
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

        String words() {
            return switch (this) {
                case NOTHING -> "";
                case HELD -> Texts.text("archive.kind.held");
                case FILTERED -> Texts.text("archive.kind.filtered");
                case COMPACTED -> Texts.text("archive.kind.compacted");
                case TRANSACTIONAL -> Texts.text("archive.kind.transactional");
                case RETENTION -> Texts.text("archive.kind.retention");
                case LOST -> Texts.text("archive.kind.lost");
            };
        }

        /// The class of the style sheets.
        String styleClass() {
            return "coverage-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
