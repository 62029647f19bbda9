package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// The orders in which messages are settled: one for each partition where messages keep theirs, else one for all, since
/// a resume has to find them again in the order of the whole. Guarded by the ledger that holds it.
final class Lanes {

    private static final int ALL = -1;

    private final boolean inOrder;
    private final Map<Integer, ArrayDeque<InFlight>> lanes = new HashMap<>();
    private final Map<Integer, NavigableSet<Position>> wanted = new TreeMap<>();
    private final Map<Integer, Position> next = new TreeMap<>();
    private final Map<Integer, InFlight> settled = new HashMap<>();
    private final Map<Integer, Position> last = new TreeMap<>();
    private long written;

    Lanes(boolean inOrder) {
        this.inOrder = inOrder;
    }

    void begin(Position first, List<Position> positions) {
        next.put(first.partition(), first);
        wanted.computeIfAbsent(first.partition(), _ -> new TreeSet<>()).addAll(positions);
    }

    void recall(ChannelJournal before) {
        before.progress().last().forEach(l -> last.put(l.partition(), l));
        written = before.progress().written();
    }

    InFlight add(Message message) {
        Position source = message.position();
        InFlight entry = new InFlight(source, takeWanted(source));
        lane(source).add(entry);
        return entry;
    }

    /// Settles what has no hole before it, in the lane of an entry.
    void advance(InFlight entry, BiConsumer<Position, Position> translated) {
        advance(lane(entry.source()), translated);
    }

    void advanceAll(BiConsumer<Position, Position> translated) {
        lanes.values().forEach(l -> advance(l, translated));
    }

    private void advance(ArrayDeque<InFlight> lane, BiConsumer<Position, Position> translated) {
        while (!lane.isEmpty() && lane.getFirst().fate() != InFlight.Fate.OPEN) {
            InFlight head = lane.removeFirst();
            settled.put(head.source().partition(), head);
            if (head.fate() == InFlight.Fate.WRITTEN) {
                written++;
            }
            if (head.target().isPresent()) {
                Position target = head.target().get();
                last.put(target.partition(), target);
                head.wanted().forEach(w -> translated.accept(w, target));
            }
        }
    }

    /// Positions that a refused message stood for are stood for by the next one of its partition.
    void passOn(InFlight refused) {
        if (refused.wanted().isEmpty()) {
            return;
        }
        Optional<InFlight> heir = lane(refused.source()).stream()
                .filter(e -> e.fate() != InFlight.Fate.REFUSED
                        && e.source().partition() == refused.source().partition()
                        && e.source().compareTo(refused.source()) > 0)
                .findFirst();
        heir.ifPresentOrElse(e -> e.inherit(refused.wanted()), () -> giveBack(refused));
        refused.disinherit();
    }

    /// Drops what is in flight.
    ///
    /// @return what was refused of it
    List<Position> rewind() {
        List<Position> refused = new ArrayList<>(refusedAhead());
        for (ArrayDeque<InFlight> lane : lanes.values()) {
            lane.forEach(this::giveBack);
            lane.clear();
        }
        return refused;
    }

    List<Position> refusedAhead() {
        return lanes.values().stream().flatMap(Collection::stream).filter(e -> e.fate() == InFlight.Fate.REFUSED)
                .map(InFlight::source).toList();
    }

    boolean isAhead(Position source) {
        return next().stream().anyMatch(n -> n.partition() == source.partition() && source.compareTo(n) >= 0);
    }

    List<Position> next() {
        settled.values().forEach(e -> next.put(e.source().partition(), e.source().next()));
        settled.clear();
        return List.copyOf(next.values());
    }

    List<Position> last() {
        return List.copyOf(last.values());
    }

    long written() {
        return written;
    }

    List<Position> takeWanted(int partition) {
        NavigableSet<Position> all = waiting(partition);
        List<Position> taken = List.copyOf(all);
        all.clear();
        return taken;
    }

    private List<Position> takeWanted(Position upTo) {
        NavigableSet<Position> all = waiting(upTo.partition());
        if (all.isEmpty() || all.first().compareTo(upTo) > 0) {
            return List.of();
        }
        NavigableSet<Position> head = all.headSet(upTo, true);
        List<Position> taken = List.copyOf(head);
        head.clear();
        return taken;
    }

    private void giveBack(InFlight entry) {
        waiting(entry.source().partition()).addAll(entry.wanted());
    }

    private NavigableSet<Position> waiting(int partition) {
        return wanted.computeIfAbsent(partition, _ -> new TreeSet<>());
    }

    private ArrayDeque<InFlight> lane(Position source) {
        return lanes.computeIfAbsent(inOrder ? ALL : source.partition(), _ -> new ArrayDeque<>());
    }
}
