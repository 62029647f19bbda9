package dev.brokerscope.plugin.rabbitmq.connect;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import java.util.List;

/// The kinds of channels, and how they are named: queues and streams share one space of names, exchanges have theirs
/// in a folder. A third element is the routing key: `exchange/shop/order.new`.
public final class RabbitKinds {

    public static final ChannelKind QUEUE = new ChannelKind("queue", "queue", "Queues", "list-end");
    public static final ChannelKind STREAM = new ChannelKind("stream", "stream", "Streams", "waves");
    public static final ChannelKind EXCHANGE = new ChannelKind("exchange", "exchange", "Exchanges", "layers");

    /// The first is what a channel of another broker becomes.
    public static final List<ChannelKind> ALL = List.of(QUEUE, STREAM, EXCHANGE);

    public static final ChannelId EXCHANGES = ChannelId.of(EXCHANGE.id(), EXCHANGE.id());

    private RabbitKinds() {}

    public static boolean isExchange(ChannelId channel) {
        return channel.path().size() > 1 && channel.path().getFirst().equals(EXCHANGE.id());
    }

    public static ChannelId exchange(String name) {
        return ChannelId.of(EXCHANGE.id(), EXCHANGE.id(), name);
    }
}
