package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.plugin.rabbitmq.connect.ChannelFamily;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.exchange.ExchangeChannels;
import dev.brokerscope.plugin.rabbitmq.queue.QueueChannels;
import dev.brokerscope.plugin.rabbitmq.stream.StreamChannels;
import java.util.Optional;

/// Chooses who deals with a channel: by what it is on the server, not by the kind that its name was given.
record Families(RabbitLink link, Inventory inventory, ChannelFamily queues, StreamChannels streams,
        ChannelFamily exchanges) {

    static Families of(RabbitLink link, Inventory inventory) {
        QueueChannels queues = new QueueChannels(link, inventory);
        return new Families(link, inventory, queues, new StreamChannels(link, inventory),
                new ExchangeChannels(link, inventory));
    }

    /// @throws FaultException of kind `NOT_FOUND` where there is no such channel
    ChannelFamily of(ChannelId channel) throws FaultException, InterruptedException {
        return existing(channel).orElseThrow(() -> RabbitFaults.unknown(channel.kind() + " " + channel));
    }

    /// Absent where there is no such channel.
    Optional<ChannelFamily> existing(ChannelId channel) throws FaultException, InterruptedException {
        link.demandOpen();
        if (RabbitKinds.isExchange(channel)) {
            return inventory.exchange(channel.path().get(1)).map(_ -> exchanges);
        }
        if (channel.path().size() > 1) {
            return Optional.empty();
        }
        Optional<QueueFacts> facts = inventory.queue(channel.name());
        if (facts.isEmpty() && channel.kind().equals(RabbitKinds.STREAM.id())
                && streams.isSuperStream(channel.name())) {
            return Optional.of(streams);
        }
        return facts.map(f -> f.isStream() ? streams : queues);
    }

    /// Who makes a channel that there is not yet.
    ChannelFamily maker(ChannelId channel, ChannelDefinition definition) {
        if (RabbitKinds.isExchange(channel)) {
            return exchanges;
        }
        boolean stream = channel.kind().equals(RabbitKinds.STREAM.id()) || definition.settings().stream()
                .anyMatch(s -> s.name().equals("x-queue-type") && s.value().equals(Optional.of("stream")));
        return stream ? streams : queues;
    }

    void close() {
        queues.close();
        streams.close();
        exchanges.close();
    }
}
