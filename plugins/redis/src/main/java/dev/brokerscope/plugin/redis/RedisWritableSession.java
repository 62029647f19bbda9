package dev.brokerscope.plugin.redis;

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
import java.util.stream.Stream;

/// A connection that may write; reading is left to the reading one.
final class RedisWritableSession implements WritableSession {

    private final RedisSession reading;
    private final Set<RedisPublisher> publishers = ConcurrentHashMap.newKeySet();

    RedisWritableSession(RedisSession reading) {
        this.reading = reading;
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
    public String notation(Position position) {
        return reading.notation(position);
    }

    @Override
    public Optional<Position> parsePosition(int partition, String text) {
        return reading.parsePosition(partition, text);
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return reading.extension(type);
    }

    @Override
    public void close() {
        reading.close();
        publishers.forEach(RedisPublisher::close);
    }
}
