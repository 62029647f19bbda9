package dev.brokerscope.desktop.message;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.decode.DecodeAs;
import dev.brokerscope.core.decode.DecodeChoices;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Glance;
import dev.brokerscope.core.decode.Payload;
import dev.brokerscope.core.decode.TreeText;
import java.util.List;
import java.util.Optional;

/// A channel as it is read and decoded in one tab. Any thread; decoding may wait for a registry.
///
/// @param place what *Decode as* is remembered under: a connection's name, or the path of an archive
/// @param arriving whether messages may still arrive: not in an archive
public record ChannelReading(String place, Session session, SchemaSource schemas, DecoderChain decoders,
        DecodeChoices choices, ChannelDetails details, boolean arriving) {

    /// How it may be read.
    public ReadingWays ways() {
        return new ReadingWays(details.profile(), arriving);
    }

    public ChannelId channel() {
        return details.id();
    }

    /// What was picked by hand for this side.
    public Optional<DecodeAs> choice(Side side) {
        return choices.find(place, channel(), side);
    }

    public Decoding decode(Payload payload) throws InterruptedException {
        return decoders.decode(payload, schemas, choice(payload.side()));
    }

    /// What a row shows; of large payloads only the beginning is decoded.
    public Glance glance(Payload payload) throws InterruptedException {
        return decoders.glance(payload, schemas, choice(payload.side()), List.of());
    }

    /// The decoded value as text, for filters over formats that are no text. An interrupt is left for the reader, who
    /// looks for it after each message.
    String textOf(Message message) {
        try {
            return decode(Payload.value(channel(), message)) instanceof Decoding.Read read
                    ? read.root().map(TreeText::of).orElse("")
                    : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
