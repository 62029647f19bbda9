package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes one channel, in as many rounds as it takes: whenever the publisher hands messages back, another one goes on
/// behind what stands in the target. One thread; acknowledgements come on any.
final class ChannelRestore {

    private static final int IN_FLIGHT = 16_384;
    private static final int ROUNDS_AT_MOST = 1_000;

    private final RestoreSite site;
    private final RestorePlan plan;
    private final PreparedChannel channel;
    private final ContentMask mask;
    private final TargetEnds ends;
    private final AckLedger ledger;
    private final List<String> losses = new ArrayList<>();
    private long bytes;

    ChannelRestore(RestoreSite site, RestorePlan plan, PreparedChannel channel, ContentMask mask) {
        this.site = site;
        this.plan = plan;
        this.channel = channel;
        this.mask = mask;
        this.ends = new TargetEnds(site.session(), channel.target());
        this.ledger = new AckLedger(!plan.writing().keepPartitions(), plan.writing().transactional());
    }

    RestoredChannel run() throws FaultException, InterruptedException {
        Optional<ChannelJournal> before = site.journal().channel(channel.target());
        ChannelJournal.Begun begun = before.isPresent() ? goOn(before.get()) : begin();
        ChannelDetails details = site.session().describe(channel.target());
        expect(before);
        Map<MessagePart, Keep> effective = Map.of();
        try {
            if (before.isEmpty()) {
                record(begun);
            }
            for (int round = 0; round == 0 || ledger.returned().isPresent(); round++) {
                prepareRound(round);
                effective = round(begun, details, round == 0 && before.isEmpty());
            }
        } finally {
            record(begun);
        }
        List<Position> reached = plan.writing().transactional() ? ends.whenCommitted() : ends.now();
        for (Position end : reached) {
            if (channel.ranges().stream().anyMatch(r -> r.partition() == end.partition())) {
                ledger.end(end.partition(), end);
            }
        }
        record(begun);
        site.job().progress().note(Note.Level.GOOD, channel.target() + " is written.");
        return new RestoredChannel(channel, details, begun, ledger.written(), ledger.failures(), bytes,
                ledger.firstFailure(), reached, ledger.translations(), effective, losses);
    }

    /// Forgets what the last round handed over in vain.
    private void prepareRound(int round) throws FaultException, InterruptedException {
        if (round == 0) {
            return;
        }
        FaultException why = ledger.returned().orElseThrow();
        if (round > ROUNDS_AT_MOST) {
            throw why;
        }
        site.job().pausePoint();
        ledger.rewind();
    }

    private Map<MessagePart, Keep> round(ChannelJournal.Begun begun, ChannelDetails details, boolean first)
            throws FaultException, InterruptedException {
        PublishRequest request = new PublishRequest(channel.target(), plan.partitioning(), true, IN_FLIGHT)
                .within(plan.writing().transactional() ? Optional.of(transaction()) : Optional.empty());
        try (Publisher publisher = site.session().publisher(request, ledger)) {
            demandTransactions(publisher);
            Route route = new Route(plan.writing(), publisher);
            List<SliceResolver.Range> left = left();
            Standing standing = first ? new Standing() : behindTheTail(begun, details, left, route);
            ChannelWriting writing = new ChannelWriting(site, route, ledger, standing, plan.writing().transactional(),
                    () -> record(begun));
            try (Feed feed = feed(left)) {
                writing.write(feed);
            } finally {
                bytes += writing.bytes();
            }
            return publisher.effective();
        }
    }

    /// The same for each attempt, so that a later one shuts out an earlier one.
    private String transaction() {
        return "brokerscope-restore-" + plan.id() + "-" + channel.target().text();
    }

    private void demandTransactions(Publisher publisher) throws FaultException {
        if (plan.writing().transactional() && !publisher.transactional()) {
            throw new FaultException(FaultKind.UNSUPPORTED, "target.no-transactions",
                    site.target().label() + " knows no transactions.",
                    "Restore without --transactional: a resume finds by content what stands there already.");
        }
    }

    private Feed feed(List<SliceResolver.Range> left) throws FaultException, InterruptedException {
        return Feed.open(site.archive(), channel, left, !plan.writing().keepPartitions(), site.job());
    }

    /// Finds what an interrupted run began.
    private ChannelJournal.Begun goOn(ChannelJournal before) throws FaultException, InterruptedException {
        ChannelDetails details = site.session().describe(channel.target());
        if (!details.incarnation().equals(before.target().incarnation())) {
            throw new FaultException(FaultKind.REFUSED, "resume.recreated",
                    channel.target() + " was deleted and made anew since the restore was interrupted.",
                    "Restore again without --resume.");
        }
        bytes = before.bytes();
        ledger.recall(before);
        return before.target();
    }

    /// Creates what is missing, and what is to be made anew.
    private ChannelJournal.Begun begin() throws FaultException, InterruptedException {
        boolean replaced = channel.existing().isPresent() && plan.intoExisting() == RestorePlan.IntoExisting.RECREATE;
        boolean created = channel.existing().isEmpty() || replaced;
        if (created) {
            create(replaced);
        }
        ChannelDetails details = site.session().describe(channel.target());
        return new ChannelJournal.Begun(created, details.incarnation(), ends.now());
    }

    private void create(boolean replaced) throws FaultException, InterruptedException {
        ChannelCreation creation = site.session().writeExtension(ChannelCreation.class)
                .orElseThrow(() -> new FaultException(FaultKind.UNSUPPORTED, "target.no-creation",
                        "Channels cannot be created on " + site.target().label() + ".",
                        "Create " + channel.target() + " there, then restore."));
        if (replaced) {
            creation.delete(channel.target());
            site.job().progress().note(Note.Level.WARNING, channel.target() + " and its messages were deleted.");
        }
        for (String loss : creation.create(channel.target(), channel.definition())) {
            losses.add(channel.target() + ": " + loss);
        }
        site.job().progress().note(Note.Level.INFO, channel.target() + " created.");
    }

    private void expect(Optional<ChannelJournal> before) {
        for (SliceResolver.Range range : channel.ranges()) {
            ledger.begin(before.flatMap(j -> j.next(range.partition())).orElse(range.begin()),
                    wanted(range.partition(), before));
        }
    }

    /// What the archive holds and the target does not yet.
    private List<SliceResolver.Range> left() {
        Map<Integer, Position> next = ledger.next().stream().collect(Collectors.toMap(Position::partition, p -> p));
        return channel.ranges().stream()
                .map(r -> new SliceResolver.Range(next.getOrDefault(r.partition(), r.begin()), r.end())).toList();
    }

    private Standing behindTheTail(ChannelJournal.Begun begun, ChannelDetails details, List<SliceResolver.Range> left,
            Route route) throws FaultException, InterruptedException {
        if (route.partition(Message.at(0, 0, 0).build()).isEmpty()) {
            site.job().progress().note(Note.Level.WARNING, "What was in flight at the interruption may stand twice in "
                    + channel.target() + ": this broker does not tell beforehand where messages go.");
            return new Standing();
        }
        Map<Integer, Position> last = ledger.last().stream().collect(Collectors.toMap(Position::partition, p -> p));
        List<SliceResolver.Range> tails = new ArrayList<>();
        for (Position end : plan.writing().transactional() ? ends.committed() : ends.quiet()) {
            int partition = end.partition();
            Position from = Optional.ofNullable(last.get(partition)).map(Position::next)
                    .or(() -> begun.start(partition)).orElse(new Position(partition, 0, 0));
            tails.add(new SliceResolver.Range(from, Optional.of(end)));
        }
        TailMatch match = new TailMatch(site.target(), channel, details.attributes(), mask,
                ends.isolation(plan.writing().transactional()), site.job());
        if (ledger.last().isEmpty() && ledger.written() > 0) {
            return fromTheBeginning(match, tails, left, route);
        }
        try (Feed feed = feed(left)) {
            return match.find(feed, tails, route, m -> ledger.skips(m.position()), _ -> false);
        }
    }

    /// Acknowledgements of some brokers tell no position: then everything written so far is walked over once more.
    private Standing fromTheBeginning(TailMatch match, List<SliceResolver.Range> tails, List<SliceResolver.Range> left,
            Route route) throws FaultException, InterruptedException {
        Map<Integer, Position> next =
                left.stream().collect(Collectors.toMap(SliceResolver.Range::partition, SliceResolver.Range::begin));
        try (Feed feed = feed(channel.ranges())) {
            return match.find(feed, tails, route, m -> ledger.skips(m.position()),
                    m -> m.position().compareTo(next.getOrDefault(m.partition(), m.position())) < 0);
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

    private void record(ChannelJournal.Begun begun) throws FaultException {
        site.journal().record(channel.target(), ledger.snapshot(ChannelJournal.of(begun, bytes)));
    }
}
