package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol.Command;

/// A reading connection to Redis.
final class RedisSession implements Session {

    private final RedisLink link;
    private final String server;
    private final Optional<String> clusterId;
    private final Set<RedisCursor> cursors = ConcurrentHashMap.newKeySet();

    private RedisSession(RedisLink link, String server, Optional<String> clusterId) {
        this.link = link;
        this.server = server;
        this.clusterId = clusterId;
    }

    static RedisSession connect(RedisConfig config) throws FaultException, InterruptedException {
        RedisLink link = new RedisLink(config);
        try {
            Map<String, String> info = ServerInfo.of(link);
            return new RedisSession(link, ServerInfo.title(info), ServerInfo.identity(info, config));
        } catch (FaultException | InterruptedException e) {
            link.close();
            throw e;
        }
    }

    RedisLink link() {
        return link;
    }

    @Override
    public String server() {
        return server;
    }

    @Override
    public Optional<String> clusterId() {
        return clusterId;
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        link.demandOpen();
        return parent.isPresent() ? new Page<>(List.of(), Optional.empty()) : new RedisListing(link).page(query);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return new RedisDescription(link).of(channel);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        Map<ChannelId, List<Position>> ends = new LinkedHashMap<>();
        for (ChannelId channel : channels) {
            ends.put(channel, List.of(StreamInfo.of(link, channel).end()));
        }
        return ends;
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        link.demandOpen();
        RedisCursor cursor = new RedisCursor(link, request, cursors::remove);
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public String notation(Position position) {
        return StreamId.text(position);
    }

    /// An id of one number means the first entry of that millisecond.
    @Override
    public Optional<Position> parsePosition(int partition, String text) {
        String[] parts = text.strip().split("-", -1);
        try {
            long millis = Long.parseLong(parts[0]);
            long sequence = parts.length == 1 ? 0 : Long.parseLong(parts[1]);
            return parts.length > 2 || millis < 0 || sequence < 0
                    ? Optional.empty() : Optional.of(new Position(partition, millis, sequence));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        Stream<Extension> extensions = Stream.of(new RedisGroups(link), new RedisTargetChecks(link),
                (ChannelDefinitions) this::define);
        return extensions.filter(type::isInstance).map(type::cast).findFirst();
    }

    /// A stream has no settings of its own.
    private ChannelDefinition define(ChannelId channel) throws FaultException, InterruptedException {
        StreamInfo.of(link, channel);
        return new ChannelDefinition(1, Optional.empty(), List.of());
    }

    boolean exists(ChannelId channel) throws FaultException, InterruptedException {
        return Reply.whole(link.ask("stream " + channel, Command.EXISTS, KeyNames.key(channel))) > 0;
    }

    @Override
    public void close() {
        link.close();
        cursors.forEach(RedisCursor::close);
    }
}
