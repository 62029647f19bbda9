package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.ForwardingSession;
import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A connection that may write; reading is left to the reading one.
final class RedisWritableSession implements ForwardingSession, WritableSession {

    private final RedisSession reading;
    private final Set<RedisPublisher> publishers = ConcurrentHashMap.newKeySet();

    RedisWritableSession(RedisSession reading) {
        this.reading = reading;
    }

    @Override
    public Session forwardsTo() {
        return reading;
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        reading.link().demandOpen();
        RedisPublisher publisher = new RedisPublisher(reading.link(), request, acks, publishers::remove);
        publishers.add(publisher);
        return publisher;
    }

    @Override
    public <T extends WriteExtension> Optional<T> writeExtension(Class<T> type) {
        Stream<WriteExtension> extensions =
                Stream.of(new RedisCreation(reading), new RedisGroupRestore(reading.link()));
        return extensions.filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public void close() {
        reading.close();
        publishers.forEach(RedisPublisher::close);
    }
}
