package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.diff.Compared;
import dev.brokerscope.core.diff.DiffSide;
import dev.brokerscope.core.diff.PartitionReader;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.slice.SliceResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// Messages of an archive's channel in the order in which they are written. One thread.
sealed interface Feed extends AutoCloseable {

    /// Whatever comes next; may be empty before the end.
    List<Message> next() throws FaultException, InterruptedException;

    boolean ended();

    AttributeSchema attributes();

    @Override
    void close();

    /// @param inOrder whether the order over partitions must be the same each time, from wherever it is begun
    static Feed open(Session archive, PreparedChannel channel, List<SliceResolver.Range> ranges, boolean inOrder,
            JobContext job) throws FaultException, InterruptedException {
        List<SliceResolver.Range> filled = ranges.stream().filter(r -> !r.isEmpty()).toList();
        if (filled.isEmpty() || inOrder) {
            return Merged.of(archive, channel, filled, job);
        }
        return new Straight(archive.open(Survey.request(channel.source().id(), filled)));
    }

    /// As the archive's own cursor gives them: in order within each partition.
    record Straight(Cursor cursor, End end) implements Feed {

        private static final Duration WAIT = Duration.ofMillis(500);

        Straight(Cursor cursor) {
            this(cursor, new End());
        }

        @Override
        public List<Message> next() throws FaultException, InterruptedException {
            Batch batch = cursor.next(WAIT);
            end.reached = batch.end();
            return batch.messages();
        }

        @Override
        public boolean ended() {
            return end.reached;
        }

        @Override
        public AttributeSchema attributes() {
            return cursor.plan().attributes();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /// Whether a cursor has given its last batch.
    final class End {
        private boolean reached;
    }

    /// All partitions as one: always the oldest of their next messages, of equal ones that of the lowest partition. What
    /// comes next depends on nothing but where each partition stands.
    record Merged(List<PartitionReader> readers, PriorityQueue<Head> heads, AttributeSchema attributes)
            implements Feed {

        private static final int PORTION = 500;
        private static final Comparator<Head> OLDEST = Comparator.<Head>comparingLong(h -> h.message().timestamp())
                .thenComparingInt(h -> h.message().partition());

        /// @param reader where the one behind it comes from
        record Head(Message message, PartitionReader reader) {}

        static Merged of(Session archive, PreparedChannel channel, List<SliceResolver.Range> filled, JobContext job)
                throws FaultException, InterruptedException {
            Compared what = new Compared(new DiffSide("archive", archive), channel.source().id(),
                    channel.inArchive().attributes(), filled, Isolation.COMMITTED, Set.of());
            Merged merged = new Merged(new ArrayList<>(), new PriorityQueue<>(OLDEST),
                    channel.inArchive().attributes());
            try {
                for (SliceResolver.Range range : filled) {
                    PartitionReader reader = PartitionReader.open(what, range, job);
                    merged.readers.add(reader);
                    merged.refill(reader);
                }
                return merged;
            } catch (FaultException | InterruptedException e) {
                merged.close();
                throw e;
            }
        }

        private void refill(PartitionReader reader) throws FaultException, InterruptedException {
            Optional<Message> next = reader.next();
            next.ifPresent(m -> heads.add(new Head(m, reader)));
        }

        @Override
        public List<Message> next() throws FaultException, InterruptedException {
            List<Message> portion = new ArrayList<>(PORTION);
            while (portion.size() < PORTION && !heads.isEmpty()) {
                Head head = heads.remove();
                portion.add(head.message());
                refill(head.reader());
            }
            return portion;
        }

        @Override
        public boolean ended() {
            return heads.isEmpty();
        }

        @Override
        public void close() {
            readers.forEach(PartitionReader::close);
        }
    }
}
