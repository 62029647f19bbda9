package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.slice.SliceResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes one channel. One thread; acknowledgements come on any.
final class ChannelRestore {

    private static final int IN_FLIGHT = 10_000;
    private static final int REFUSED_AT_MOST = 10_000;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration FLUSH = Duration.ofMinutes(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final long JOURNAL_EVERY = Duration.ofSeconds(1).toNanos();

    private final Session archive;
    private final RestoreTarget target;
    private final WritableSession session;
    private final RestorePlan plan;
    private final PreparedChannel channel;
    private final ContentMask mask;
    private final RestoreJournal journal;
    private final JobContext job;
    private final AckLedger ledger = new AckLedger();
    private final List<String> losses = new ArrayList<>();
    private boolean created;
    private String incarnation = "";
    private List<Position> starts = List.of();
    private long bytes;

    ChannelRestore(Session archive, RestoreTarget target, WritableSession session, RestorePlan plan,
            PreparedChannel channel, ContentMask mask, RestoreJournal journal, JobContext job) {
        this.archive = archive;
        this.target = target;
        this.session = session;
        this.plan = plan;
        this.channel = channel;
        this.mask = mask;
        this.journal = journal;
        this.job = job;
    }

    RestoredChannel run() throws FaultException, InterruptedException {
        ChannelDetails details = begin();
        List<SliceResolver.Range> left = left(details);
        PublishRequest request = new PublishRequest(channel.target(), plan.partitioning(), true, IN_FLIGHT);
        Map<MessagePart, Keep> effective;
        try (Publisher publisher = session.publisher(request, ledger)) {
            effective = publisher.effective();
            try {
                write(publisher, left);
                publisher.flush(FLUSH);
            } catch (InterruptedException cancelled) {
                settleQuickly(publisher);
                throw cancelled;
            }
            demandAlive();
        } finally {
            record();
        }
        List<Position> ends = ends();
        for (Position end : ends) {
            if (channel.ranges().stream().anyMatch(r -> r.partition() == end.partition())) {
                ledger.end(end.partition(), end);
            }
        }
        record();
        job.progress().note(Note.Level.GOOD, channel.target() + " is written.");
        return new RestoredChannel(channel, details, created, ledger.written(), ledger.failures(), bytes,
                ledger.firstFailure(), starts, ends, ledger.translations(), effective, losses);
    }

    /// Creates what is missing, or finds what an interrupted run began.
    private ChannelDetails begin() throws FaultException, InterruptedException {
        Optional<ChannelJournal> before = journal.channel(channel.target());
        if (before.isPresent()) {
            ChannelDetails details = session.describe(channel.target());
            if (!details.incarnation().equals(before.get().incarnation())) {
                throw new FaultException(FaultKind.REFUSED, "resume.recreated",
                        channel.target() + " was deleted and made anew since the restore was interrupted.",
                        "Restore again without --resume.");
            }
            created = before.get().created();
            incarnation = details.incarnation();
            starts = before.get().starts();
            bytes = before.get().bytes();
            ledger.recall(before.get());
            return details;
        }
        if (channel.existing().isEmpty()) {
            create();
        }
        ChannelDetails details = session.describe(channel.target());
        incarnation = details.incarnation();
        starts = ends();
        return details;
    }

    private void create() throws FaultException, InterruptedException {
        ChannelCreation creation = session.writeExtension(ChannelCreation.class)
                .orElseThrow(() -> new FaultException(FaultKind.UNSUPPORTED, "target.no-creation",
                        "Channels cannot be created on " + target.label() + ".",
                        "Create " + channel.target() + " there, then restore."));
        for (String loss : creation.create(channel.target(), channel.definition())) {
            losses.add(channel.target() + ": " + loss);
        }
        created = true;
        job.progress().note(Note.Level.INFO, channel.target() + " created.");
    }

    /// What the archive holds and the target does not yet.
    private List<SliceResolver.Range> left(ChannelDetails details) throws FaultException, InterruptedException {
        Optional<ChannelJournal> before = journal.channel(channel.target());
        List<SliceResolver.Range> left = new ArrayList<>();
        for (SliceResolver.Range range : channel.ranges()) {
            Optional<PartitionProgress> known = before.flatMap(j -> j.partition(range.partition()));
            PartitionProgress progress =
                    known.orElse(new PartitionProgress(range.begin(), 0, Optional.empty()));
            ledger.begin(progress, wanted(range.partition(), before));
            left.add(new SliceResolver.Range(progress.next(), range.end()));
        }
        if (before.isEmpty()) {
            record();
            return left;
        }
        if (plan.partitioning() != Partitioning.KEEP) {
            job.progress().note(Note.Level.WARNING, "What was in flight at the interruption may stand twice in "
                    + channel.target() + ": partitions are not kept.");
            return left;
        }
        return behindTheTail(left, details.attributes(), before.get());
    }

    private List<SliceResolver.Range> behindTheTail(List<SliceResolver.Range> left, AttributeSchema attributes,
            ChannelJournal before) throws FaultException, InterruptedException {
        TailMatch match = new TailMatch(archive, target, channel, attributes, mask, job);
        List<Position> ends = ends();
        List<SliceResolver.Range> behind = new ArrayList<>();
        for (SliceResolver.Range range : left) {
            int partition = range.partition();
            Optional<Position> from = before.partition(partition).flatMap(PartitionProgress::last).map(Position::next)
                    .or(() -> before.start(partition));
            Optional<Position> to = ends.stream().filter(e -> e.partition() == partition).findFirst();
            behind.add(from.isPresent() && to.isPresent()
                    ? new SliceResolver.Range(match.skip(range, new SliceResolver.Range(from.get(), to), ledger),
                            range.end())
                    : range);
        }
        record();
        return behind;
    }

    private void write(Publisher publisher, List<SliceResolver.Range> left)
            throws FaultException, InterruptedException {
        List<SliceResolver.Range> filled = left.stream().filter(r -> !r.isEmpty()).toList();
        if (filled.isEmpty()) {
            return;
        }
        long journaled = System.nanoTime();
        try (Cursor cursor = archive.open(Survey.request(channel.source().id(), filled))) {
            AttributeSchema attributes = cursor.plan().attributes();
            Batch batch;
            do {
                job.pausePoint();
                demandAlive();
                batch = cursor.next(WAIT);
                if (!batch.messages().isEmpty()) {
                    publisher.publish(batch.messages(), ledger.expect(batch.messages()), attributes);
                    long size = batch.messages().stream().mapToLong(ChannelRestore::size).sum();
                    bytes += size;
                    job.progress().add(batch.messages().size(), size);
                }
                if (System.nanoTime() - journaled > JOURNAL_EVERY) {
                    record();
                    journaled = System.nanoTime();
                }
            } while (!batch.end());
        }
    }

    /// Old positions of groups in one partition that still wait for their meaning.
    private List<Position> wanted(int partition, Optional<ChannelJournal> before) {
        if (!plan.groups()) {
            return List.of();
        }
        Set<Position> known = Set.copyOf(before.map(ChannelJournal::translations).orElse(List.of()).stream()
                .map(Translation::from).toList());
        return channel.source().groups().stream().flatMap(g -> g.progress().stream())
                .filter(p -> p.partition() == partition).map(p -> p.next()).filter(p -> !known.contains(p)).toList();
    }

    private void settleQuickly(Publisher publisher) throws FaultException {
        try {
            publisher.flush(FAREWELL);
        } catch (FaultException | InterruptedException late) {
            job.progress().note(Note.Level.INFO, "Some messages were still in flight.");
        }
    }

    private void demandAlive() throws FaultException {
        if (ledger.fatal().isPresent()) {
            throw ledger.fatal().get();
        }
        if (ledger.failures() >= REFUSED_AT_MOST) {
            throw new FaultException(FaultKind.REJECTED, "restore.too-many-refused",
                    channel.target() + " refused " + ledger.failures() + " messages; the first: "
                            + ledger.firstFailure().orElse("unknown"),
                    "Mend the target, then restore again.");
        }
    }

    private void record() throws FaultException {
        journal.record(channel.target(), new ChannelJournal(created, incarnation, starts, ledger.progress(),
                ledger.translations(), ledger.failures(), ledger.firstFailure(), bytes));
    }

    private List<Position> ends() throws FaultException, InterruptedException {
        return session.ends(Set.of(channel.target()), Isolation.COMMITTED).getOrDefault(channel.target(), List.of());
    }

    private static long size(Message message) {
        long size = Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
        for (Header header : message.headers().list()) {
            size += header.name().size() + header.value().map(Bytes::size).orElse(0);
        }
        return size;
    }
}
