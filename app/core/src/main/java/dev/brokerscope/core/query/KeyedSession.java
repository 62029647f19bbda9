package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.ForwardingSession;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.KeySearch;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import java.util.Optional;

/// A session that hands out the messages of one key only, and skips what cannot hold it.
public final class KeyedSession implements ForwardingSession {

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
    public Session forwardsTo() {
        return session;
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return search.open(request, key);
    }

    /// Whoever opened the session closes it.
    @Override
    public void close() {}
}
