package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// A query being answered: reads on demand, filters, and keeps what it found on disk. `readMore` belongs to one thread at
/// a time, everything else to any. Interrupting that thread, or `stop`, ends the reading and keeps what was found.
public final class QueryRun implements AutoCloseable {

    /// Of one fetch, where nothing else says how much: a page of a table.
    private static final int FLUSH = 64;

    private final Query query;
    private final ResultStore store;
    private final EntryReader reader;
    private final Function<Message, String> decoded;
    private volatile long scanned;
    private volatile long matched;
    private volatile boolean ended;
    private volatile boolean stopped;

    private QueryRun(Query query, ResultStore store, EntryReader reader, Function<Message, String> decoded) {
        this.query = query;
        this.store = store;
        this.reader = reader;
        this.decoded = decoded;
    }

    /// @param cache where the result is kept
    /// @param pageSize rows that will be asked for at a time
    /// @param decoded a message's value as text, for filters over formats that are no text
    public static QueryRun open(Session session, Query query, Path cache, int pageSize,
            Function<Message, String> decoded) throws FaultException, InterruptedException {
        ChannelProfile profile = session.describe(query.channel()).profile();
        EntryReader reader = reader(session, query, profile, pageSize);
        return new QueryRun(query, ResultStore.create(cache), reader, decoded);
    }

    private static EntryReader reader(Session session, Query query, ChannelProfile profile, int pageSize)
            throws FaultException, InterruptedException {
        OpenRequest request = new OpenRequest(query.channel(), query.partitions(), start(query.range()),
                end(query.range()), query.isolation(), OpenRequest.Limits.DEFAULT, query.consent());
        if (query.range() instanceof QueryRange.Live) {
            return new StraightReader(session.open(request));
        }
        return EntryReader.open(KeyedSession.of(session, query.filter()), request, profile, query.range().backwards(),
                Math.clamp(pageSize, 16, 500));
    }

    private static Start start(QueryRange range) {
        return switch (range) {
            case QueryRange.Newest newest -> new Start.Earliest();
            case QueryRange.Oldest oldest -> new Start.Earliest();
            case QueryRange.FromPositions(var first) -> new Start.AtPositions(first);
            case QueryRange.FromTime(var time) -> new Start.AtTime(time);
            case QueryRange.Between(var from, var to) -> new Start.AtTime(from);
            case QueryRange.Live live -> new Start.Latest();
        };
    }

    private static End end(QueryRange range) {
        return switch (range) {
            case QueryRange.Between(var from, var to) -> new End.BeforeTime(to);
            case QueryRange.Live live -> new End.Follow();
            case QueryRange.Newest _,QueryRange.Oldest _,QueryRange.FromPositions _,QueryRange.FromTime _ ->
                    new End.Snapshot();
        };
    }

    /// Reads until so many more messages matched, or to the end, or until stopped. Gaps are rows too, but only where no
    /// filter hides what stands around them. At the end the broker is let go.
    public void readMore(long messages) throws FaultException, InterruptedException {
        long wanted = matched + messages;
        stopped = false;
        try {
            while (matched < wanted && !ended && !stopped) {
                if (reader.waits()) {
                    store.flush();
                }
                Optional<Entry> next = reader.next();
                ended = next.isEmpty();
                if (next.isPresent()) {
                    take(next.get());
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped");
                }
            }
        } finally {
            store.flush();
            if (ended) {
                reader.close();
            }
        }
    }

    private void take(Entry entry) throws FaultException {
        boolean keep = switch (entry) {
            case Entry.Message(var message) -> {
                scanned++;
                yield query.filter().map(f -> f.matches(message, decoded)).orElse(true);
            }
            case Entry.Gap gap -> query.filter().isEmpty();
        };
        if (keep) {
            store.append(entry);
            if (entry instanceof Entry.Message && ++matched % FLUSH == 0) {
                store.flush();
            }
        }
    }

    public Query query() {
        return query;
    }

    /// What was found so far.
    public ResultStore rows() {
        return store;
    }

    /// Messages looked at.
    public long scanned() {
        return scanned;
    }

    /// Messages kept.
    public long matched() {
        return matched;
    }

    /// Nothing more can come.
    public boolean ended() {
        return ended;
    }

    /// Ends a running `readMore` soon. From any thread.
    public void stop() {
        stopped = true;
    }

    /// Lets go of the broker, so that it has back what reading held; the rows stay, and nothing more comes. Only when no
    /// `readMore` is under way.
    public void letGo() {
        ended = true;
        reader.close();
    }

    /// Ends everything and deletes the rows from disk. Only when no `readMore` is under way.
    @Override
    public void close() {
        reader.close();
        store.close();
    }
}
