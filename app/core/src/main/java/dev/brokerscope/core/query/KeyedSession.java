package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.KeySearch;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A session that hands out the messages of one key only, and skips what cannot hold it.
public final class KeyedSession implements Session {

    private final Session session;
    private final KeySearch search;
    private final Bytes key;

    private KeyedSession(Session session, KeySearch search, Bytes key) {
        this.session = session;
        this.search = search;
        this.key = key;
    }

    /// The session itself where no key is searched for, or it cannot do that faster than by looking at everything.
    public static Session of(Session session, Optional<QuickFilter> filter) {
        Optional<Bytes> key = filter.flatMap(QuickFilter::exactKey);
        Optional<KeySearch> search = session.extension(KeySearch.class);
        return key.isPresent() && search.isPresent()
                ? new KeyedSession(session, search.get(), key.get())
                : session;
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return search.open(request, key);
    }

    @Override
    public String server() {
        return session.server();
    }

    @Override
    public Optional<String> clusterId() {
        return session.clusterId();
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        return session.list(parent, query);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return session.describe(channel);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        return session.ends(channels, isolation);
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return session.extension(type);
    }

    /// Whoever opened the session closes it.
    @Override
    public void close() {}
}
