package dev.brokerscope.api.decode;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import java.util.Map;
import java.util.Optional;

/// Bytes to decode, with what stands around them.
///
/// @param headers of the message: content types and schema ids may stand there
/// @param options of *Decode as*: `charset`
/// @param schema text picked by hand, instead of one the message names
public record Sample(Bytes bytes, Side side, ChannelId channel, Headers headers, Map<String, String> options,
        Optional<String> schema) {

    /// Which part of a message the bytes are.
    public enum Side {
        KEY, VALUE, HEADER
    }

    public Sample {
        options = Map.copyOf(options);
    }

    public static Sample of(Bytes bytes, Side side, ChannelId channel, Headers headers) {
        return new Sample(bytes, side, channel, headers, Map.of(), Optional.empty());
    }
}
