package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile.Caveat;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.core.slice.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a backup would read, before anything is read for good: for the wizard's last step.
///
/// @param impact what reading does to the broker that the plan does not consent to yet
/// @param consequences the same by channel; only of channels that need consent
/// @param bytes estimated from samples: keys, values, headers; absent where nothing could be sampled
/// @param archiveBytes estimated size of the archive
/// @param freeBytes at the destination, where the system tells
/// @param groups groups whose positions are kept
/// @param warnings sentences
public record BackupPreview(List<Channel> channels, Set<Impact> impact, List<Consequences> consequences,
        Count messages, Optional<Long> bytes,
        Optional<Long> archiveBytes, Optional<Long> freeBytes, int groups, List<String> warnings) {

    /// @param partitions how many are read
    /// @param oldest and `newest`: timestamps in milliseconds since the epoch, from samples
    /// @param settings how many settings of the channel are kept
    public record Channel(Slice slice, int partitions, Count messages, Optional<Long> bytes, Optional<Long> oldest,
            Optional<Long> newest, int settings, List<String> warnings) {
        public Channel {
            warnings = List.copyOf(warnings);
        }
    }

    /// What reading this channel does to the broker.
    ///
    /// @param caveats what its broker says of this very channel
    public record Consequences(ChannelId channel, Set<Impact> impact, List<Caveat> caveats) {
        public Consequences {
            impact = Set.copyOf(impact);
            caveats = List.copyOf(caveats);
        }
    }

    public BackupPreview {
        consequences = List.copyOf(consequences);
        channels = List.copyOf(channels);
        impact = Set.copyOf(impact);
        warnings = List.copyOf(warnings);
    }

    public int partitions() {
        return channels.stream().mapToInt(Channel::partitions).sum();
    }
}
