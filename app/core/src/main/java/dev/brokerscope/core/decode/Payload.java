package dev.brokerscope.core.decode;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import java.util.Optional;

/// A key, a value or a header's value to be decoded, with what stands around it.
///
/// @param bytes absent where the broker holds null, which is not the same as no bytes
/// @param headers of the message: content types and schema ids may stand there
/// @param tombstone whether an absent value deletes its key
public record Payload(Optional<Bytes> bytes, Side side, ChannelId channel, Headers headers, boolean tombstone) {

    public static Payload key(ChannelId channel, Message message) {
        return new Payload(message.key(), Side.KEY, channel, message.headers(), false);
    }

    public static Payload value(ChannelId channel, Message message) {
        boolean tombstone = message.valueSize() < 0 && message.keySize() >= 0;
        return new Payload(message.value(), Side.VALUE, channel, message.headers(), tombstone);
    }

    public static Payload header(ChannelId channel, Header header) {
        return new Payload(header.value(), Side.HEADER, channel, Headers.NONE, false);
    }
}
