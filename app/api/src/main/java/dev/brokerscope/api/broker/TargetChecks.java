package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.util.List;
import java.util.Optional;

/// Looks at a restore's target before anything is written: only the plugin knows what its broker would refuse, change
/// or delete.
public interface TargetChecks extends Extension {

    List<Finding> check(RestoreIntent intent) throws FaultException, InterruptedException;

    /// What a restore would write into one channel.
    ///
    /// @param definition of the source, with which a missing target would be created
    /// @param create whether a missing target is to be created
    /// @param existing what happens to a target that holds messages
    /// @param oldest and newest timestamps, milliseconds since the epoch; absent where there is no message
    /// @param largest message in bytes: key, value and headers
    record RestoreIntent(ChannelId target, ChannelDefinition definition, boolean create, Existing existing,
            boolean keepPartitions, long messages, Optional<Long> oldest, Optional<Long> newest, long largest) {}

    /// What happens to a target that holds messages.
    enum Existing {
        REFUSE, APPEND,
        /// It is deleted and made anew: its own settings do not matter.
        REPLACE
    }
}
