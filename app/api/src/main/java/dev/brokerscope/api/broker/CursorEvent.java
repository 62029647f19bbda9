package dev.brokerscope.api.broker;

import dev.brokerscope.api.message.Position;
import java.util.OptionalInt;

/// Everything that makes a reading less than perfect: nothing is silent.
public sealed interface CursorEvent {

    /// Positions in `[from, next)` hold no message. Only where the profile says that positions are dense.
    ///
    /// @param measured false where the reason is inferred
    record Gap(Position from, Position next, GapReason reason, boolean measured) implements CursorEvent {}

    record Notice(Kind kind, OptionalInt partition, String text) implements CursorEvent {
        /// What happened on the way.
        public enum Kind {
            TRUNCATED, POSITION_GONE, PARTITION_ADDED, RECONNECTED, DUPLICATE_POSSIBLE, COUNT_MISMATCH,
            /// The broker holds something damaged; a gap says where.
            UNREADABLE
        }
    }
}
