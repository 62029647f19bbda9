package dev.brokerscope.core.diff;

/// Which message of one side belongs to which of the other.
public enum Alignment {
    /// The nth of a partition to the nth: positions differ after a restore.
    BY_ORDER,
    /// The one at the same position: both sides are the same channel.
    BY_POSITION,
    /// Contents only, without order and partition: after a restore that partitioned anew.
    UNORDERED
}
