package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.ForwardingSession;
import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.fault.FaultException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A reading connection with everything that writes: a producer of its own for each publisher.
final class KafkaWritableSession implements ForwardingSession, WritableSession {

    private final KafkaSession reading;
    private final List<WriteExtension> extensions;
    private final Set<KafkaPublisher> publishers = ConcurrentHashMap.newKeySet();

    KafkaWritableSession(KafkaSession reading) {
        this.reading = reading;
        this.extensions = List.of(new KafkaCreation(reading.admin()), new KafkaGroupRestore(reading.admin()));
    }

    @Override
    public Session forwardsTo() {
        return reading;
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
    public void close() {
        publishers.forEach(KafkaPublisher::close);
        reading.close();
    }
}
