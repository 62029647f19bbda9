package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;

/// Gives entries one by one. One thread; interruption ends it.
interface EntryReader extends AutoCloseable {

    /// By time over all partitions where positions can be returned to, else in the order of the broker.
    ///
    /// @param firstChunk positions fetched per partition at first
    static EntryReader open(Session session, OpenRequest request, ChannelProfile profile, boolean backwards,
            int firstChunk) throws FaultException, InterruptedException {
        return profile.positions() == ChannelProfile.PositionKind.STABLE
                ? MergedReader.open(session, request, backwards, profile, firstChunk)
                : new StraightReader(session.open(request));
    }

    /// Whether the next entry would have to be waited for.
    default boolean waits() {
        return false;
    }

    /// Absent at the end.
    Optional<Entry> next() throws FaultException, InterruptedException;

    @Override
    void close();
}
