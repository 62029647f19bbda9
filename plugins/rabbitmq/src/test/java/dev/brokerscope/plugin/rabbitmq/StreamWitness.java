package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.testkit.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Looks at streams with the official client.
record StreamWitness(StreamLab lab) implements Witness {

    private static final long QUIET_MILLIS = 1_500;

    @Override
    public long available(ChannelId channel) throws Exception {
        return take(channel).size();
    }

    @Override
    public Presence presence(ChannelId channel) {
        return new Presence(lab.consumers(channel.name()), Set.of());
    }

    @Override
    public List<Sighting> take(ChannelId channel) throws Exception {
        LinkedBlockingQueue<Sighting> queue = new LinkedBlockingQueue<>();
        List<Sighting> seen = new ArrayList<>();
        try (var _ = lab.consume(channel.name(), message -> queue.add(
                Sighting.of(Optional.ofNullable(message.getBodyAsBinary()).map(Bytes::copyOf))))) {
            for (Sighting next = queue.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS); next != null; next =
                    queue.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
                seen.add(next);
            }
        }
        return seen;
    }

    @Override
    public OptionalLong read(ChannelId channel) throws Exception {
        return OptionalLong.of(lab.count(channel.name()));
    }
}
