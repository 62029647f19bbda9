package dev.brokerscope.core.diff;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.ProgressLine;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Holds one channel against another, partition by partition, holding two batches at a time. One thread.
///
/// @param mask which parts of messages count
/// @param alignment which messages belong together
/// @param times what of the time counts; without order, [TimeRule#TIME_SINCE_1970] is the same as `TIME`
public record ChannelComparison(ContentMask mask, Alignment alignment, TimeRule times, JobContext job) {

    public ChannelDiff compare(Compared a, Compared b) throws FaultException, InterruptedException {
        boolean ordered = alignment != Alignment.UNORDERED;
        SideTally tallyA = new SideTally(a.attributes(), mask, ordered);
        SideTally tallyB = new SideTally(b.attributes(), mask, ordered);
        List<Difference> differences = new ArrayList<>();
        Map<Integer, SliceResolver.Range> rangesA = byPartition(a);
        Map<Integer, SliceResolver.Range> rangesB = byPartition(b);
        TreeSet<Integer> partitions = new TreeSet<>(rangesA.keySet());
        partitions.addAll(rangesB.keySet());
        for (int partition : partitions) {
            SliceResolver.Range none = new SliceResolver.Range(new Position(partition, 0, 0),
                    Optional.of(new Position(partition, 0, 0)));
            SliceResolver.Range rangeA = rangesA.getOrDefault(partition, none);
            SliceResolver.Range rangeB = rangesB.getOrDefault(partition, none);
            Optional<CutWalk> walk = CutWalk.of(a, rangeA, b, rangeB, mask, alignment);
            ProgressLine line = job.progress().line(a.channel().text(), Integer.toString(partition), Count.UNKNOWN);
            Optional<Difference> found = walk.isPresent()
                    ? new WalkedPartition(walk.get(), partition, line).compare(a, b, tallyA, tallyB)
                    : read(a, rangeA, b, rangeB, tallyA, tallyB, line);
            found.ifPresent(differences::add);
            line.stage(found.isEmpty() ? ProgressLine.Stage.DONE : ProgressLine.Stage.FAILED);
        }
        return new ChannelDiff(a.channel(), b.channel(), ordered, tallyA.result(), tallyB.result(), differences);
    }

    /// Reads everything, behind a difference too: to count and to hash it.
    private Optional<Difference> read(Compared a, SliceResolver.Range rangeA, Compared b, SliceResolver.Range rangeB,
            SideTally tallyA, SideTally tallyB, ProgressLine line) throws FaultException, InterruptedException {
        int partition = rangeA.partition();
        try (PartitionReader readerA = PartitionReader.open(a, rangeA, job);
                PartitionReader readerB = PartitionReader.open(b, rangeB, job)) {
            Stream streamA = new Stream(readerA, tallyA, Optional.of(line));
            Stream streamB = new Stream(readerB, tallyB, Optional.empty());
            Optional<Difference> found = switch (alignment) {
                case UNORDERED -> Optional.empty();
                case BY_ORDER, BY_POSITION -> new Pairing(a, b, partition).first(streamA, streamB);
            };
            drained(streamA, streamB);
            tallyA.endPartition(partition, readerA.holes());
            tallyB.endPartition(partition, readerB.holes());
            return found;
        }
    }

    /// One partition of two archives, block by block: only where blocks differ messages are read.
    private final class WalkedPartition {
        private final CutWalk walk;
        private final int partition;
        private final ProgressLine line;

        WalkedPartition(CutWalk walk, int partition, ProgressLine line) {
            this.walk = walk;
            this.partition = partition;
            this.line = line;
        }

        Optional<Difference> compare(Compared a, Compared b, SideTally tallyA, SideTally tallyB)
                throws FaultException, InterruptedException {
            job.pausePoint();
            SideTally.Mark beforeA = tallyA.mark();
            SideTally.Mark beforeB = tallyB.mark();
            Optional<Difference> found = walk.allEqual() ? Optional.empty() : readOn(a, b, tallyA, tallyB);
            if (walk.allEqual() || found.isPresent()) {
                tallyA.reset(beforeA);
                tallyB.reset(beforeB);
                count(walk.a(), tallyA);
                count(walk.b(), tallyB);
                line.add(walk.a().messages());
                job.progress().add(walk.a().messages(), 0);
            }
            return found;
        }

        /// Behind the blocks that are equal, up to the first difference.
        private Optional<Difference> readOn(Compared a, Compared b, SideTally tallyA, SideTally tallyB)
                throws FaultException, InterruptedException {
            int equal = walk.equal();
            tallyA.add(partition, walk.a().cuts().subList(0, equal));
            tallyB.add(partition, walk.b().cuts().subList(0, equal));
            try (PartitionReader readerA = PartitionReader.open(a, walk.a().behind(equal), job);
                    PartitionReader readerB = PartitionReader.open(b, walk.b().behind(equal), job)) {
                Optional<Difference> found = new Pairing(a, b, partition).first(
                        new Stream(readerA, tallyA, Optional.of(line)), new Stream(readerB, tallyB, Optional.empty()));
                tallyA.endPartition(partition, walk.a().holes(equal) + readerA.holes());
                tallyB.endPartition(partition, walk.b().holes(equal) + readerB.holes());
                return found;
            }
        }

        private void count(CutWalk.Side side, SideTally tally) {
            tally.add(partition, side.cuts());
            tally.endPartition(partition, side.holes(side.cuts().size()));
        }
    }

    /// Walks two partitions side by side up to the first difference.
    private final class Pairing {
        private final Compared a;
        private final Compared b;
        private final int partition;
        private final MessageComparison messages;

        Pairing(Compared a, Compared b, int partition) {
            this.a = a;
            this.b = b;
            this.partition = partition;
            this.messages = new MessageComparison(mask, a.attributes(), b.attributes());
        }

        Optional<Difference> first(Stream streamA, Stream streamB) throws FaultException, InterruptedException {
            Optional<Difference> found = Optional.empty();
            while (found.isEmpty()) {
                Optional<Message> nextA = streamA.next(Optional.empty());
                Optional<Message> nextB = streamB.next(nextA);
                if (nextA.isEmpty() && nextB.isEmpty()) {
                    return Optional.empty();
                }
                found = difference(nextA, nextB, streamA.reader, streamB.reader);
            }
            return found;
        }

        private Optional<Difference> difference(Optional<Message> nextA, Optional<Message> nextB,
                PartitionReader readerA, PartitionReader readerB) {
            if (nextA.isEmpty() || nextB.isEmpty()) {
                return Optional.of(missing(nextA, nextB, readerA, readerB));
            }
            if (alignment == Alignment.BY_POSITION) {
                int order = nextA.get().position().compareTo(nextB.get().position());
                if (order != 0) {
                    return Optional.of(order < 0
                            ? missing(nextA, Optional.empty(), readerA, readerB)
                            : missing(Optional.empty(), nextB, readerA, readerB));
                }
            }
            return messages.first(nextA.get(), nextB.get())
                    .map(d -> new Difference(a.channel(), partition, notation(a, nextA), notation(b, nextB), d.name(),
                            d.a(), d.b()));
        }

        private Difference missing(Optional<Message> inA, Optional<Message> inB, PartitionReader readerA,
                PartitionReader readerB) {
            return new Difference(a.channel(), partition, notation(a, inA), notation(b, inB), "message",
                    inA.isPresent() ? "present" : missing(inB, readerA),
                    inB.isPresent() ? "present" : missing(inA, readerB));
        }

        /// A gap there explains a message here only where both sides have the same positions.
        private String missing(Optional<Message> other, PartitionReader reader) {
            return "missing" + other.filter(_ -> alignment == Alignment.BY_POSITION)
                    .flatMap(m -> reader.gapAt(m.position()))
                    .map(g -> ": " + g.reason().text() + (g.measured() ? "" : " (inferred)")).orElse("");
        }

        private static Optional<String> notation(Compared side, Optional<Message> message) {
            Session session = side.side().session();
            return message.map(m -> session.notation(m.position()));
        }
    }

    /// A reader whose messages are counted and hashed as they pass.
    private final class Stream {
        private final PartitionReader reader;
        private final SideTally tally;
        private final Optional<ProgressLine> line;

        /// @param line progress counts one side only
        Stream(PartitionReader reader, SideTally tally, Optional<ProgressLine> line) {
            this.reader = reader;
            this.tally = tally;
            this.line = line;
        }

        Optional<Message> next(Optional<Message> fellow) throws FaultException, InterruptedException {
            Optional<Message> next = reader.next().map(m -> times.comparable(m, fellow));
            if (next.isPresent()) {
                tally.add(next.get());
                if (line.isPresent()) {
                    line.get().add(1);
                    job.progress().add(1, Math.max(0, next.get().valueSize()));
                }
            }
            return next;
        }
    }

    private static void drained(Stream a, Stream b) throws FaultException, InterruptedException {
        while (a.next(Optional.empty()).isPresent()) {
            // counted and hashed on the way
        }
        while (b.next(Optional.empty()).isPresent()) {
            // counted and hashed on the way
        }
    }

    private static Map<Integer, SliceResolver.Range> byPartition(Compared side) {
        return side.ranges().stream()
                .collect(Collectors.toMap(SliceResolver.Range::partition, r -> r, (x, y) -> x, TreeMap::new));
    }
}
