package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;

/// What a request covers, one entry after the other, by time over all partitions, in bounded memory and without
/// keeping anything. Channels without stable positions come in the order of their broker. One thread; interruption ends
/// it.
public final class OrderedReading implements AutoCloseable {

    private static final int CHUNK = 200;

    private final EntryReader reader;

    private OrderedReading(EntryReader reader) {
        this.reader = reader;
    }

    /// @param request with an end: it would never come otherwise
    /// @param backwards newest first, where the channel's positions are stable
    public static OrderedReading open(Session session, OpenRequest request, ChannelProfile profile,
            boolean backwards) throws FaultException, InterruptedException {
        return new OrderedReading(EntryReader.open(session, request, profile, backwards, CHUNK));
    }

    /// Absent at the end.
    public Optional<Entry> next() throws FaultException, InterruptedException {
        return reader.next();
    }

    @Override
    public void close() {
        reader.close();
    }
}
