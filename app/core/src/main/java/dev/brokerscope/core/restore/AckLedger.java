package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Knows what is in flight, and how far each partition is settled without a hole. Also learns, on the way, which restored
/// message each wanted old position means now. Any thread.
final class AckLedger implements AckListener {

    private enum Fate {
        IN_FLIGHT, WRITTEN, REFUSED
    }

    /// A message in flight.
    private static final class Entry {
        private final Position source;
        private List<Position> wanted;
        private Fate fate = Fate.IN_FLIGHT;
        private Optional<Position> target = Optional.empty();

        Entry(Position source, List<Position> wanted) {
            this.source = source;
            this.wanted = wanted;
        }
    }

    /// One partition of the archive.
    private static final class Line {
        private final ArrayDeque<Entry> inFlight = new ArrayDeque<>();
        private final NavigableSet<Position> wanted = new TreeSet<>();
        private PartitionProgress progress;

        Line(PartitionProgress progress) {
            this.progress = progress;
        }
    }

    private final Map<Integer, Line> lines = new TreeMap<>();
    private final Map<Long, Entry> entries = new HashMap<>();
    private final List<Translation> translations = new ArrayList<>();
    private long nextToken;
    private long failed;
    private Optional<String> firstFailure = Optional.empty();
    private Optional<FaultException> fatal = Optional.empty();

    /// Where a partition begins, and which old positions are to be translated.
    synchronized void begin(PartitionProgress progress, List<Position> wanted) {
        Line line = new Line(progress);
        line.wanted.addAll(wanted);
        lines.put(progress.next().partition(), line);
    }

    /// What an earlier attempt learned.
    synchronized void recall(ChannelJournal before) {
        failed = before.refused();
        firstFailure = before.firstRefused();
        translations.addAll(before.translations());
    }

    /// Announces messages that are about to be handed over.
    ///
    /// @return the token of the first
    synchronized long expect(List<Message> messages) {
        long first = nextToken;
        for (Message message : messages) {
            Line line = line(message.partition());
            Entry entry = new Entry(message.position(), takeWanted(line, message.position()));
            line.inFlight.add(entry);
            entries.put(nextToken++, entry);
        }
        return first;
    }

    /// A message that stands in the target already, from an attempt that was interrupted.
    synchronized void found(Message message, Position target) {
        Line line = line(message.partition());
        Entry entry = new Entry(message.position(), takeWanted(line, message.position()));
        line.inFlight.add(entry);
        settle(entry, Fate.WRITTEN, Optional.of(target));
    }

    @Override
    public synchronized void acknowledged(long token, Optional<Position> position) {
        Optional.ofNullable(entries.remove(token)).ifPresent(e -> settle(e, Fate.WRITTEN, position));
    }

    @Override
    public synchronized void failed(long token, FaultException why) {
        Optional<Entry> entry = Optional.ofNullable(entries.remove(token));
        if (entry.isEmpty()) {
            return;
        }
        if (!concernsOnlyTheMessage(why.kind())) {
            fatal = fatal.or(() -> Optional.of(why));
            return;
        }
        failed++;
        Position source = entry.get().source;
        firstFailure = firstFailure.or(() -> Optional.of("partition " + source.partition() + ", " + source.lo() + ": "
                + why.fault().message()));
        passOn(entry.get());
        settle(entry.get(), Fate.REFUSED, Optional.empty());
    }

    /// Present once the target failed as a whole: what is in flight may or may not have arrived.
    synchronized Optional<FaultException> fatal() {
        return fatal;
    }

    synchronized List<PartitionProgress> progress() {
        return lines.values().stream().map(l -> l.progress).toList();
    }

    synchronized List<Translation> translations() {
        return List.copyOf(translations);
    }

    synchronized long written() {
        return lines.values().stream().mapToLong(l -> l.progress.written()).sum();
    }

    synchronized long failures() {
        return failed;
    }

    synchronized Optional<String> firstFailure() {
        return firstFailure;
    }

    /// A restore of a partition has ended: positions behind its last message mean the target's end.
    synchronized void end(int partition, Position targetEnd) {
        Line line = line(partition);
        line.wanted.forEach(w -> translations.add(new Translation(w, targetEnd)));
        line.wanted.clear();
    }

    private Line line(int partition) {
        return Optional.ofNullable(lines.get(partition)).orElseThrow();
    }

    private void settle(Entry entry, Fate fate, Optional<Position> target) {
        entry.fate = fate;
        entry.target = target;
        target.ifPresent(t -> entry.wanted.forEach(w -> translations.add(new Translation(w, t))));
        Line line = line(entry.source.partition());
        while (!line.inFlight.isEmpty() && line.inFlight.getFirst().fate != Fate.IN_FLIGHT) {
            Entry head = line.inFlight.removeFirst();
            line.progress = new PartitionProgress(head.source.next(),
                    line.progress.written() + (head.fate == Fate.WRITTEN ? 1 : 0),
                    head.target.or(() -> line.progress.last()));
        }
    }

    private static List<Position> takeWanted(Line line, Position upTo) {
        NavigableSet<Position> head = line.wanted.headSet(upTo, true);
        List<Position> taken = head.isEmpty() ? List.of() : new ArrayList<>(head);
        head.clear();
        return taken;
    }

    /// Positions that a refused message stood for are stood for by the next one.
    private void passOn(Entry refused) {
        if (refused.wanted.isEmpty()) {
            return;
        }
        Line line = line(refused.source.partition());
        Optional<Entry> next = line.inFlight.stream()
                .filter(e -> e.fate == Fate.IN_FLIGHT && e.source.compareTo(refused.source) > 0).findFirst();
        if (next.isPresent()) {
            List<Position> both = new ArrayList<>(next.get().wanted);
            both.addAll(refused.wanted);
            next.get().wanted = both;
        } else {
            line.wanted.addAll(refused.wanted);
        }
        refused.wanted = List.of();
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
