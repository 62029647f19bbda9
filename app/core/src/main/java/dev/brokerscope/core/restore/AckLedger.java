package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Knows what is in flight, and how far the archive is settled without a hole. Also learns, on the way, which restored
/// message each wanted old position means now. Any thread.
final class AckLedger implements AckListener {

    private final Lanes lanes;
    /// Those that wait for answers, by their first token.
    private final TreeMap<Long, Portion> portions = new TreeMap<>();
    /// The one that was answered last: the next answer is most likely for it, too.
    private @Nullable Portion recent;
    private final Set<Position> skipped = new HashSet<>();
    private long nextToken;
    private long failed;
    private Optional<String> firstFailure = Optional.empty();
    private Optional<FaultException> fatal = Optional.empty();
    private Optional<FaultException> returned = Optional.empty();

    /// @param inOrder whether all partitions share one order, since messages change their partition
    /// @param held whether nothing is settled before it was committed
    AckLedger(boolean inOrder, boolean held) {
        this.lanes = new Lanes(inOrder, held);
    }

    /// Where a partition begins, and which old positions are to be translated.
    synchronized void begin(Position next, List<Position> wanted) {
        lanes.begin(next, wanted);
    }

    /// What an earlier attempt learned.
    synchronized void recall(ChannelJournal before) {
        failed = before.refused();
        firstFailure = before.firstRefused();
        skipped.addAll(before.skipped());
        lanes.recall(before);
    }

    /// Announces messages that are about to be handed over.
    ///
    /// @return the token of the first
    synchronized long expect(List<Message> messages) {
        long first = nextToken;
        int from = 0;
        while (from < messages.size()) {
            int count = lanes.together(messages, from);
            portions.put(nextToken, lanes.add(nextToken, messages.subList(from, from + count)));
            nextToken += count;
            from += count;
        }
        return first;
    }

    /// A message that stands in the target already, from an attempt that was interrupted.
    synchronized void found(Message message, Position target) {
        Portion alone = lanes.add(nextToken++, List.of(message));
        alone.written(0, target.partition(), target.hi(), target.lo());
        lanes.advance(alone);
    }

    @Override
    public synchronized void acknowledged(long token, Optional<Position> position) {
        Portion portion = portion(token);
        if (portion != null && position.isEmpty() && portion.written(index(portion, token))) {
            answered(portion);
        }
        position.ifPresent(p -> acknowledged(token, p.partition(), p.hi(), p.lo()));
    }

    @Override
    public synchronized void acknowledged(long token, int partition, long hi, long lo) {
        Portion portion = portion(token);
        if (portion != null && portion.written(index(portion, token), partition, hi, lo)) {
            answered(portion);
        }
    }

    @Override
    public synchronized void failed(long token, FaultException why) {
        Portion portion = portion(token);
        if (portion == null || !portion.unsettled(index(portion, token))) {
            return;
        }
        if (concernsOnlyTheMessage(why.kind())) {
            refused(portion, index(portion, token), why);
        } else {
            fatal = fatal.or(() -> Optional.of(why));
        }
        answered(portion);
    }

    private void refused(Portion portion, int index, FaultException why) {
        failed++;
        Position source = portion.source(index);
        firstFailure = firstFailure.or(() -> Optional.of("partition " + source.partition() + ", " + source.lo() + ": "
                + why.fault().message()));
        portion.refuse(index);
        lanes.passOn(portion, index);
    }

    @Override
    public synchronized void returned(long token, FaultException why) {
        Portion portion = portion(token);
        if (portion != null && portion.unsettled(index(portion, token))) {
            returned = returned.or(() -> Optional.of(why));
            answered(portion);
        }
    }

    /// Everything that was acknowledged is final now.
    synchronized void committed() {
        lanes.advanceAll();
        lanes.commit();
    }

    /// Present once something was handed back: what is not settled has to be written by another publisher.
    synchronized Optional<FaultException> returned() {
        return returned;
    }

    /// Forgets what is in flight, but not what was refused.
    synchronized void rewind() {
        lanes.rewind().forEach(skipped::add);
        portions.clear();
        recent = null;
        returned = Optional.empty();
    }

    /// Whether a message was refused before, by an attempt that went no further.
    synchronized boolean skips(Position source) {
        return !skipped.isEmpty() && skipped.contains(source);
    }

    /// Present once the target failed as a whole: what is in flight may or may not have arrived.
    synchronized Optional<FaultException> fatal() {
        return fatal;
    }

    /// What a journal is to know: all of one moment.
    ///
    /// @param empty a journal that knows the channel only
    synchronized ChannelJournal snapshot(ChannelJournal empty) {
        Settled done = done();
        List<Position> refusedAhead = new ArrayList<>(lanes.refusedAhead());
        skipped.stream().filter(lanes::isAhead).forEach(refusedAhead::add);
        return empty.with(new ChannelProgress(done.next(), done.last(), done.written()),
                done.translations(), refusedAhead, failed, firstFailure);
    }

    /// The first position of each partition that is not settled.
    synchronized List<Position> next() {
        return done().next();
    }

    /// Where the last settled message of each of the target's partitions stands.
    synchronized List<Position> last() {
        return done().last();
    }

    synchronized List<Translation> translations() {
        return done().translations();
    }

    synchronized long written() {
        return done().written();
    }

    synchronized long failures() {
        return failed;
    }

    synchronized Optional<String> firstFailure() {
        return firstFailure;
    }

    /// A restore of a partition has ended: positions behind its last message mean the target's end.
    synchronized void end(int partition, Position targetEnd) {
        lanes.takeWanted(partition).forEach(w -> lanes.done().translated(new Translation(w, targetEnd)));
    }

    /// What is final: portions are settled as a whole, so that answers cost little.
    private Settled done() {
        lanes.advanceAll();
        return lanes.done();
    }

    /// The one that a token belongs to, while it waits for answers.
    private @Nullable Portion portion(long token) {
        if (recent == null || !recent.holds(token)) {
            Map.Entry<Long, Portion> floor = portions.floorEntry(token);
            recent = floor != null && floor.getValue().holds(token) ? floor.getValue() : null;
        }
        return recent;
    }

    private static int index(Portion portion, long token) {
        return (int) (token - portion.firstToken());
    }

    private void answered(Portion portion) {
        if (portion.answered()) {
            portions.remove(portion.firstToken());
            recent = null;
            lanes.advance(portion);
        }
    }

    private static boolean concernsOnlyTheMessage(FaultKind kind) {
        return switch (kind) {
            case TOO_LARGE, REJECTED, UNSUPPORTED, NOT_FOUND, REFUSED, USAGE -> true;
            case INVALID_SETTINGS, UNREACHABLE, TIMEOUT, TLS, AUTHENTICATION, NOT_AUTHORISED, ALREADY_EXISTS,
                    POSITION_GONE, THROTTLED, INCOMPLETE, CORRUPT, WRONG_KEY, LOCKED, DISK_FULL, FILE_ACCESS, CANCELLED,
                    CLOSED, PLUGIN, INTERNAL -> false;
        };
    }
}
