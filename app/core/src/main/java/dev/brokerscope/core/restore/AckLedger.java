package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Knows what is in flight, and how far the archive is settled without a hole. Also learns, on the way, which restored
/// message each wanted old position means now. Any thread.
final class AckLedger implements AckListener {

    /// Messages that were announced together.
    private static final class Portion {
        private final List<InFlight> entries;
        private int open;

        Portion(List<InFlight> entries) {
            this.entries = entries;
            this.open = entries.size();
        }
    }

    private final boolean held;
    private final Lanes lanes;
    private final TreeMap<Long, Portion> portions = new TreeMap<>();
    private final List<Translation> translations = new ArrayList<>();
    private final Set<Position> skipped = new HashSet<>();
    private long nextToken;
    private long failed;
    private Optional<String> firstFailure = Optional.empty();
    private Optional<FaultException> fatal = Optional.empty();
    private Optional<FaultException> returned = Optional.empty();

    /// @param inOrder whether all partitions share one order, since messages change their partition
    /// @param held whether nothing is settled before it was committed
    AckLedger(boolean inOrder, boolean held) {
        this.lanes = new Lanes(inOrder);
        this.held = held;
    }

    /// Where a partition begins, and which old positions are to be translated.
    synchronized void begin(Position next, List<Position> wanted) {
        lanes.begin(next, wanted);
    }

    /// What an earlier attempt learned.
    synchronized void recall(ChannelJournal before) {
        failed = before.refused();
        firstFailure = before.firstRefused();
        translations.addAll(before.translations());
        skipped.addAll(before.skipped());
        lanes.recall(before);
    }

    /// Announces messages that are about to be handed over.
    ///
    /// @return the token of the first
    synchronized long expect(List<Message> messages) {
        List<InFlight> entries = new ArrayList<>(messages.size());
        messages.forEach(m -> entries.add(lanes.add(m)));
        portions.put(nextToken, new Portion(entries));
        nextToken += messages.size();
        return nextToken - messages.size();
    }

    /// A message that stands in the target already, from an attempt that was interrupted.
    synchronized void found(Message message, Position target) {
        InFlight entry = lanes.add(message);
        settle(entry, InFlight.Fate.WRITTEN, Optional.of(target));
    }

    @Override
    public synchronized void acknowledged(long token, Optional<Position> position) {
        take(token).ifPresent(e -> settle(e, InFlight.Fate.WRITTEN, position));
    }

    @Override
    public synchronized void failed(long token, FaultException why) {
        Optional<InFlight> entry = take(token);
        if (entry.isEmpty()) {
            return;
        }
        if (!concernsOnlyTheMessage(why.kind())) {
            fatal = fatal.or(() -> Optional.of(why));
            return;
        }
        failed++;
        Position source = entry.get().source();
        firstFailure = firstFailure.or(() -> Optional.of("partition " + source.partition() + ", " + source.lo() + ": "
                + why.fault().message()));
        lanes.passOn(entry.get());
        settle(entry.get(), InFlight.Fate.REFUSED, Optional.empty());
    }

    @Override
    public synchronized void returned(long token, FaultException why) {
        if (take(token).isPresent()) {
            returned = returned.or(() -> Optional.of(why));
        }
    }

    /// Everything that was acknowledged is final now.
    synchronized void committed() {
        lanes.advanceAll(this::translated);
    }

    /// Present once something was handed back: what is not settled has to be written by another publisher.
    synchronized Optional<FaultException> returned() {
        return returned;
    }

    /// Forgets what is in flight, but not what was refused.
    synchronized void rewind() {
        lanes.rewind().forEach(skipped::add);
        portions.clear();
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
        List<Position> refusedAhead = new ArrayList<>(lanes.refusedAhead());
        skipped.stream().filter(lanes::isAhead).forEach(refusedAhead::add);
        return empty.with(new ChannelProgress(lanes.next(), lanes.last(), lanes.written()), translations,
                refusedAhead, failed, firstFailure);
    }

    /// The first position of each partition that is not settled.
    synchronized List<Position> next() {
        return lanes.next();
    }

    /// Where the last settled message of each of the target's partitions stands.
    synchronized List<Position> last() {
        return lanes.last();
    }

    synchronized List<Translation> translations() {
        return List.copyOf(translations);
    }

    synchronized long written() {
        return lanes.written();
    }

    synchronized long failures() {
        return failed;
    }

    synchronized Optional<String> firstFailure() {
        return firstFailure;
    }

    /// A restore of a partition has ended: positions behind its last message mean the target's end.
    synchronized void end(int partition, Position targetEnd) {
        lanes.takeWanted(partition).forEach(w -> translations.add(new Translation(w, targetEnd)));
    }

    private Optional<InFlight> take(long token) {
        var floor = portions.floorEntry(token);
        if (floor == null || token - floor.getKey() >= floor.getValue().entries.size()) {
            return Optional.empty();
        }
        Portion portion = floor.getValue();
        InFlight entry = portion.entries.get((int) (token - floor.getKey()));
        if (entry.answered()) {
            return Optional.empty();
        }
        entry.answer();
        if (--portion.open == 0) {
            portions.remove(floor.getKey());
        }
        return Optional.of(entry);
    }

    private void settle(InFlight entry, InFlight.Fate fate, Optional<Position> target) {
        entry.settle(fate, target);
        if (!held) {
            lanes.advance(entry, this::translated);
        }
    }

    private void translated(Position from, Position to) {
        translations.add(new Translation(from, to));
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
