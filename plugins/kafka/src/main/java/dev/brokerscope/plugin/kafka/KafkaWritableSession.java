package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A reading connection with everything that writes: a producer of its own for each publisher.
final class KafkaWritableSession implements WritableSession {

    private final KafkaSession reading;
    private final List<WriteExtension> extensions;
    private final Set<KafkaPublisher> publishers = ConcurrentHashMap.newKeySet();

    KafkaWritableSession(KafkaSession reading) {
        this.reading = reading;
        this.extensions = List.of(new KafkaCreation(reading.admin()), new KafkaGroupRestore(reading.admin()));
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        KafkaPublisher publisher = KafkaPublisher.open(reading.admin(), request, acks, publishers::remove);
        publishers.add(publisher);
        return publisher;
    }

    @Override
    public <T extends WriteExtension> Optional<T> writeExtension(Class<T> type) {
        return extensions.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public String server() {
        return reading.server();
    }

    @Override
    public Optional<String> clusterId() {
        return reading.clusterId();
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        return reading.list(parent, query);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return reading.describe(channel);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        return reading.ends(channels, isolation);
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return reading.open(request);
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return reading.extension(type);
    }

    @Override
    public void close() {
        publishers.forEach(KafkaPublisher::close);
        reading.close();
    }
}
