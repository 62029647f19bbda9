package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Position;

/// Positions without messages that wait for what closes them.
record PendingGap(Position from, Position next, GapReason reason, boolean measured, String detail) {

    /// One gap of both, where the other goes on with the same words.
    boolean continuedBy(PendingGap other) {
        return next.equals(other.from) && reason == other.reason && measured == other.measured
                && detail.equals(other.detail);
    }

    PendingGap upTo(Position newNext) {
        return new PendingGap(from, newNext, reason, measured, detail);
    }

    /// Whether the messages of a run with such a gap are still all that the broker held at its cut.
    ///
    /// @param range what was asked for
    boolean harmless(RangeStart range) {
        boolean heldAtCut = range.first().isPresent() && next.compareTo(range.first().get()) > 0;
        return reason.harmless() && !(reason == GapReason.RETENTION && heldAtCut);
    }
}
