package dev.brokerscope.plugin.rabbitmq;

import com.rabbitmq.client.GetResponse;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.testkit.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Watches queues with the plain client library.
///
/// @param readingsThatDrop as often as the queues in question take
record RabbitWitness(RabbitServer server, int readingsThatDrop) implements Witness {

    @Override
    public long available(ChannelId channel) throws Exception {
        try (PlainClient client = new PlainClient(server)) {
            return client.ready(channel.name());
        }
    }

    @Override
    public Presence presence(ChannelId channel) throws Exception {
        try (PlainClient client = new PlainClient(server)) {
            return new Presence(client.consumers(channel.name()), Set.of());
        }
    }

    @Override
    public List<Sighting> take(ChannelId channel) throws Exception {
        try (PlainClient client = new PlainClient(server)) {
            List<Sighting> seen = new ArrayList<>();
            for (GetResponse response : client.drain(channel.name())) {
                seen.add(sighting(response));
            }
            return seen;
        }
    }

    private static Sighting sighting(GetResponse response) {
        Map<String, Object> headers = Optional.ofNullable(response.getProps().getHeaders()).orElse(Map.of());
        boolean noValue = headers.get("_brokerscope") instanceof Map<?, ?> mark && mark.containsKey("no-value");
        long deliveries = headers.get("x-delivery-count") instanceof Number count ? count.longValue() : 0;
        return new Sighting(noValue ? Optional.empty() : Optional.of(Bytes.wrap(response.getBody())),
                response.getEnvelope().isRedeliver(), deliveries);
    }

    @Override
    public OptionalLong read(ChannelId channel) throws Exception {
        try (PlainClient client = new PlainClient(server)) {
            client.awaitReady(channel.name(), client.ready(channel.name()));
            return OptionalLong.of(client.look(channel.name(), client.ready(channel.name())));
        }
    }
}
