package dev.brokerscope.core.restore;

import dev.brokerscope.api.channel.ChannelId;
import java.util.List;
import java.util.Optional;

/// A rehearsed restore: what people see of it, and what the run needs.
record Prepared(DryRun dryRun, List<PreparedChannel> channels, Survey survey) {

    Optional<PreparedChannel> into(ChannelId target) {
        return channels.stream().filter(c -> c.target().equals(target)).findFirst();
    }
}
