package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.channel.ChannelId;
import java.util.List;

/// A channel and the streams behind it: itself, or the partitions of a super stream in order.
///
/// @param what for sentences: `stream orders`
record StreamParts(ChannelId channel, String what, List<String> streams, boolean superStream) {

    static StreamParts alone(ChannelId channel) {
        return new StreamParts(channel, "stream " + channel.name(), List.of(channel.name()), false);
    }

    static StreamParts of(ChannelId channel, List<String> partitions) {
        return new StreamParts(channel, "super stream " + channel.name(), List.copyOf(partitions), true);
    }
}
