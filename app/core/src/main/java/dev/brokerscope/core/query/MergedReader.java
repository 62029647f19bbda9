package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All partitions of a channel in one order: by time, stable inside a partition. The bounds are captured once, so that
/// what arrives meanwhile does not shift anything. Each partition is fetched in chunks of bounded size, only when its
/// share is used up: a partition that lags a week behind the others costs no memory. One thread.
final class MergedReader implements EntryReader {

    private final Session session;
    private final OpenRequest request;
    private final boolean backwards;
    private final List<PartitionFeed> feeds;
    private final ChunkReader chunks;

    private MergedReader(Session session, OpenRequest request, boolean backwards, List<PartitionFeed> feeds,
            ChunkReader chunks) {
        this.session = session;
        this.request = request;
        this.backwards = backwards;
        this.feeds = feeds;
        this.chunks = chunks;
    }

    /// @param firstChunk positions fetched per partition at first; grows from there
    static MergedReader open(Session session, OpenRequest request, boolean backwards, ChannelProfile profile,
            int firstChunk) throws FaultException, InterruptedException {
        List<PartitionFeed> feeds = new ArrayList<>();
        try (Cursor probe = session.open(request)) {
            for (CursorPlan.Range range : probe.plan().ranges()) {
                feeds.add(new PartitionFeed(range, range.to().orElse(range.from()), backwards));
            }
        }
        ChunkReader chunks = new ChunkReader(backwards, profile.dense(), firstChunk, Math.max(1, feeds.size()));
        return new MergedReader(session, request, backwards, feeds, chunks);
    }

    @Override
    public Optional<Entry> next() throws FaultException, InterruptedException {
        fill();
        Comparator<PartitionFeed> order = Comparator.comparingLong(PartitionFeed::headTime);
        Comparator<PartitionFeed> oldestFirst = order.thenComparingInt(PartitionFeed::partition);
        return feeds.stream()
                .filter(PartitionFeed::hasEntry)
                .min(backwards ? oldestFirst.reversed() : oldestFirst)
                .map(PartitionFeed::take);
    }

    /// Every partition that has more must show its head, otherwise nobody knows which entry is next.
    private void fill() throws FaultException, InterruptedException {
        List<PartitionFeed> hungry = feeds.stream().filter(PartitionFeed::hungry).toList();
        while (!hungry.isEmpty()) {
            try (Cursor cursor = session.open(chunk(hungry))) {
                chunks.read(cursor, hungry);
            }
            hungry = hungry.stream().filter(PartitionFeed::hungry).toList();
        }
    }

    private OpenRequest chunk(List<PartitionFeed> hungry) {
        List<Position> ends = hungry.stream().map(chunks::upperBound).toList();
        Start start = backwards
                ? new Start.LastN(chunks.size())
                : new Start.AtPositions(hungry.stream().map(PartitionFeed::low).toList());
        return request.only(hungry.stream().map(PartitionFeed::partition).collect(java.util.stream.Collectors.toSet()))
                .from(start)
                .to(new End.BeforePositions(ends));
    }

    @Override
    public void close() {
        // Cursors are closed chunk by chunk.
    }
}
