package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Shares partitions among several processes: the broker tells each which are its own. Joining a group is seen on the
/// broker, so it needs the consent [dev.brokerscope.api.channel.Impact#JOINS_GROUP] of whoever asks; nothing is
/// committed there.
public interface WorkGroups extends Extension {

    /// @param group its name; one that nobody else uses
    /// @throws FaultException of kind `NOT_AUTHORISED` where the user may not join it
    Membership join(String group, Set<ChannelId> channels) throws FaultException, InterruptedException;

    /// One process in a group. One thread.
    interface Membership extends AutoCloseable {

        /// Tells the broker that this member lives, and asks what is its own; to be called every second or so, also while
        /// a revocation is being dealt with elsewhere. Waits at most so long.
        ///
        /// @param revoked called on this thread before the broker gives partitions to another member, which waits for it;
        /// `lost` where another one has them already
        Map<ChannelId, Set<Integer>> tend(Duration maxWait, Revoked revoked)
                throws FaultException, InterruptedException;

        /// Leaves the group. Never throws.
        @Override
        void close();
    }

    /// Partitions that are no longer the member's own.
    interface Revoked {
        void revoked(Map<ChannelId, Set<Integer>> partitions, boolean lost) throws InterruptedException;
    }
}
