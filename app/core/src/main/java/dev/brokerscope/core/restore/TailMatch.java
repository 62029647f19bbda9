package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.ContentHasher;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.core.diff.Compared;
import dev.brokerscope.core.diff.DiffSide;
import dev.brokerscope.core.diff.PartitionReader;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// After a kill some messages stand in the target that no journal knows: finds them by content, so that none is written
/// twice. Each partition of the target gets its messages in an order that is the same each time, so that they are the
/// next ones of the archive that belong there, without a gap.
///
/// @param isolation `ALL`, unless what was not committed has never been
record TailMatch(RestoreTarget target, PreparedChannel channel, AttributeSchema targetAttributes, ContentMask mask,
        Isolation isolation, JobContext job) {

    /// @param feed what is left of the archive
    /// @param tails what stands in the target behind the last known messages, for each of its partitions
    /// @param skips messages that are known to be refused
    /// @param settled messages that the journal knows, where they have to be walked over to find what stands behind them
    Standing find(Feed feed, List<SliceResolver.Range> tails, Route route, Predicate<Message> skips,
            Predicate<Message> settled) throws FaultException, InterruptedException {
        Compared inTarget = new Compared(new DiffSide(target.label(), target.session()), channel.target(),
                targetAttributes, tails, isolation, Set.of());
        Hashes hashes =
                new Hashes(new ContentHasher(feed.attributes(), mask), new ContentHasher(targetAttributes, mask));
        Standing standing = new Standing();
        List<PartitionReader> readers = new ArrayList<>();
        Map<Integer, Head> heads = new HashMap<>();
        try {
            for (SliceResolver.Range tail : tails) {
                PartitionReader reader = PartitionReader.open(inTarget, tail, job);
                readers.add(reader);
                next(reader, heads, tail.partition());
            }
            while (!heads.isEmpty()) {
                List<Message> messages = feed.next();
                if (messages.isEmpty() && feed.ended()) {
                    throw foreign(heads.values().iterator().next().message());
                }
                for (Message message : messages) {
                    if (!skips.test(message)) {
                        match(message, heads, route, hashes, settled.test(message) ? new Standing() : standing);
                    }
                }
            }
        } finally {
            readers.forEach(PartitionReader::close);
        }
        return standing;
    }

    /// The next message of one of the target's partitions.
    private record Head(Message message, PartitionReader reader) {}

    private record Hashes(ContentHasher ours, ContentHasher theirs) {

        /// A time before 1970 is not held against the target: brokers may refuse to take it.
        boolean same(Message here, Message there) {
            long time = here.timestamp() < 0 ? 0 : here.timestamp();
            ours.add(at(here, time));
            theirs.add(at(there, here.timestamp() < 0 ? 0 : there.timestamp()));
            return ours.cut().equals(theirs.cut());
        }

        private static Message at(Message message, long time) {
            return message.timestampType() == TimestampType.CREATE && message.timestamp() == time ? message
                    : message.movedTo(message.partition(), message.positionHi(), message.positionLo())
                            .timestamp(time, TimestampType.CREATE).build();
        }
    }

    private void match(Message message, Map<Integer, Head> heads, Route route, Hashes hashes, Standing standing)
            throws FaultException, InterruptedException {
        OptionalInt partition = route.partition(message);
        Optional<Head> head = partition.isEmpty() ? Optional.empty()
                : Optional.ofNullable(heads.get(partition.getAsInt()));
        if (head.isEmpty()) {
            return;
        }
        if (hashes.same(message, head.get().message())) {
            standing.found(partition.getAsInt(), head.get().message().position());
            next(head.get().reader(), heads, partition.getAsInt());
        } else if (route.refused(message)) {
            standing.refused(partition.getAsInt());
        } else {
            throw foreign(head.get().message());
        }
    }

    private static void next(PartitionReader reader, Map<Integer, Head> heads, int partition)
            throws FaultException, InterruptedException {
        Optional<Message> next = reader.next();
        if (next.isPresent()) {
            heads.put(partition, new Head(next.get(), reader));
        } else {
            heads.remove(partition);
        }
    }

    private FaultException foreign(Message message) {
        return new FaultException(FaultKind.REFUSED, "resume.foreign-messages",
                channel.target() + ", partition " + message.partition() + " holds a message at "
                        + target.session().notation(message.position())
                        + " that is not the next one of the archive: somebody else wrote there since.",
                "Restore into a new channel without --resume.");
    }
}
