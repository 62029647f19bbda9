package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.ContentHasher;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.core.diff.Compared;
import dev.brokerscope.core.diff.DiffSide;
import dev.brokerscope.core.diff.PartitionReader;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// After a kill some messages stand in the target that no journal knows: finds them by content, so that none is written
/// twice. Order is kept per partition, so they are the next ones of the archive, without a gap.
record TailMatch(Session archive, RestoreTarget target, PreparedChannel channel, AttributeSchema targetAttributes,
        ContentMask mask, JobContext job) {

    /// @param source what is left of the archive's partition
    /// @param tail what stands in the target behind the last known message
    /// @param found the ledger that is told of each
    /// @return the first position of the archive that is not in the target
    Position skip(SliceResolver.Range source, SliceResolver.Range tail, AckLedger found)
            throws FaultException, InterruptedException {
        Compared inArchive = new Compared(new DiffSide("archive", archive), channel.source().id(),
                channel.inArchive().attributes(), List.of(source), Isolation.COMMITTED, Set.of());
        Compared inTarget = new Compared(new DiffSide(target.label(), target.session()), channel.target(),
                targetAttributes, List.of(tail), Isolation.COMMITTED, Set.of());
        ContentHasher ours = new ContentHasher(channel.inArchive().attributes(), mask);
        ContentHasher theirs = new ContentHasher(targetAttributes, mask);
        Position next = source.begin();
        try (PartitionReader left = PartitionReader.open(inArchive, source, job);
                PartitionReader standing = PartitionReader.open(inTarget, tail, job)) {
            for (Optional<Message> there = standing.next(); there.isPresent(); there = standing.next()) {
                Optional<Message> here = left.next();
                theirs.add(timeOnly(there.get()));
                here.ifPresent(m -> ours.add(timeOnly(m)));
                if (here.isEmpty() || !theirs.cut().equals(ours.cut())) {
                    throw foreign(there.get());
                }
                found.found(here.get(), there.get().position());
                next = here.get().position().next();
            }
        }
        return next;
    }

    private static Message timeOnly(Message message) {
        return message.timestampType() == TimestampType.CREATE ? message
                : message.movedTo(message.partition(), message.positionHi(), message.positionLo())
                        .timestamp(message.timestamp(), TimestampType.CREATE).build();
    }

    private FaultException foreign(Message message) {
        return new FaultException(FaultKind.REFUSED, "resume.foreign-messages",
                channel.target() + ", partition " + message.partition() + " holds a message at "
                        + target.session().notation(message.position())
                        + " that is not the next one of the archive: somebody else wrote there since.",
                "Restore into a new channel without --resume.");
    }
}
