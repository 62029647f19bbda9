package dev.brokerscope.cli.message;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.decode.DecodeAs;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Glance;
import dev.brokerscope.core.decode.Payload;
import java.util.List;
import java.util.Optional;

/// What is needed to show the messages of one channel.
///
/// @param attributes of the channel
public record MessageView(OpenConnection source, DecoderChain decoders, DecodeWords words, ChannelId channel,
        AttributeSchema attributes) {

    public String notation(Position position) {
        return session().notation(position);
    }

    private Session session() {
        return source.session();
    }

    Decoding key(Message message) throws InterruptedException {
        return decoders.decode(Payload.key(channel, message), source.schemas(), as(Side.KEY));
    }

    public Decoding value(Message message) throws InterruptedException {
        return decoders.decode(Payload.value(channel, message), source.schemas(), as(Side.VALUE));
    }

    Glance keyGlance(Message message) throws InterruptedException {
        return decoders.glance(Payload.key(channel, message), source.schemas(), as(Side.KEY), List.of());
    }

    Glance valueGlance(Message message) throws InterruptedException {
        return decoders.glance(Payload.value(channel, message), source.schemas(), as(Side.VALUE), List.of());
    }

    Decoding header(dev.brokerscope.api.message.Header header) throws InterruptedException {
        return decoders.decode(Payload.header(channel, header), source.schemas(), as(Side.HEADER));
    }

    private Optional<DecodeAs> as(Side side) {
        return words.find(source.connection().name(), channel, side);
    }
}
