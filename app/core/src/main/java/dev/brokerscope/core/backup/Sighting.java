package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.Sample.Side;

/// The first time a schema is named on one side of a channel's messages.
record Sighting(ChannelId channel, Side side, RegisteredSchema schema) {}
