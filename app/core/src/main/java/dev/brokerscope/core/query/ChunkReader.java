package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fetches the next stretch of some partitions and keeps memory bounded: the chunk grows while messages are small, and a
/// stretch that turns out too heavy is cut, to be fetched again later.
final class ChunkReader {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final long MEMORY = 48L << 20;
    private static final int LARGEST = 20_000;

    private final boolean backwards;
    private final boolean dense;
    private final long memoryPerPartition;
    private int size;

    ChunkReader(boolean backwards, boolean dense, int firstSize, int partitions) {
        this.backwards = backwards;
        this.dense = dense;
        this.size = firstSize;
        this.memoryPerPartition = Math.max(1 << 20, MEMORY / partitions);
    }

    int size() {
        return size;
    }

    /// Where the next stretch of a partition ends. Where positions are no counts, only memory bounds it.
    Position upperBound(PartitionFeed feed) {
        if (backwards || !dense || feed.high().lo() - feed.low().lo() <= size) {
            return feed.high();
        }
        return new Position(feed.partition(), feed.low().hi(), feed.low().lo() + size);
    }

    void read(Cursor cursor, List<PartitionFeed> feeds) throws FaultException, InterruptedException {
        Map<Integer, Stretch> stretches = new HashMap<>();
        for (CursorPlan.Range range : cursor.plan().ranges()) {
            stretches.put(range.partition(), new Stretch(range.from()));
        }
        boolean ended = false;
        while (!ended && (backwards || stretches.values().stream().noneMatch(Stretch::full))) {
            Batch batch = cursor.next(WAIT);
            for (var message : batch.messages()) {
                stretchOf(stretches, message.position()).add(new Entry.Message(message));
            }
            for (CursorEvent event : batch.events()) {
                if (event instanceof CursorEvent.Gap gap) {
                    stretchOf(stretches, gap.from()).add(new Entry.Gap(gap));
                }
            }
            ended = batch.end();
        }
        List<Position> reached = ended ? List.of() : cursor.checkpoint();
        for (PartitionFeed feed : feeds) {
            // A partition that the cursor does not plan has nothing left before the bound.
            Stretch stretch = stretches.computeIfAbsent(feed.partition(), p -> new Stretch(feed.low()));
            Position to = reached.stream().filter(p -> p.partition() == feed.partition()).findFirst()
                    .orElse(upperBound(feed));
            Position from = feed.low().compareTo(stretch.from) > 0 ? feed.low() : stretch.from;
            feed.fetched(stretch.inOrder(), from, to);
        }
        adapt(stretches);
    }

    private Stretch stretchOf(Map<Integer, Stretch> stretches, Position position) {
        return stretches.computeIfAbsent(position.partition(), p -> new Stretch(position));
    }

    private void adapt(Map<Integer, Stretch> stretches) {
        long heaviest = stretches.values().stream().mapToLong(s -> s.weight).max().orElse(0);
        if (heaviest > memoryPerPartition / 2) {
            size = Math.max(1, size / 2);
        } else if (heaviest < memoryPerPartition / 8) {
            size = Math.min(LARGEST, size * 4);
        }
    }

    /// What came of one partition.
    private final class Stretch {
        private final Deque<Entry> entries = new ArrayDeque<>();
        private Position from;
        private long weight;

        Stretch(Position from) {
            this.from = from;
        }

        boolean full() {
            return weight > memoryPerPartition;
        }

        /// Backwards the newest count: what is too much is dropped at the old end and fetched again later.
        void add(Entry entry) {
            entries.addLast(entry);
            weight += entry.weight();
            while (backwards && full() && entries.size() > 1) {
                weight -= entries.removeFirst().weight();
                from = entries.getFirst().position();
            }
        }

        /// Gaps may come after messages that stand behind them.
        List<Entry> inOrder() {
            List<Entry> sorted = new ArrayList<>(entries);
            sorted.sort(Comparator.comparing(Entry::position));
            return sorted;
        }
    }
}
