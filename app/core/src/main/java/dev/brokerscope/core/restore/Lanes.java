package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/// The orders in which messages are settled: one for each partition where messages keep theirs, else one for all, since
/// a resume has to find them again in the order of the whole. Guarded by the ledger that holds it.
final class Lanes {

    private static final int ALL = -1;

    private final boolean inOrder;
    private final boolean held;
    private final Map<Integer, ArrayDeque<Portion>> lanes = new HashMap<>();
    private final Map<Integer, NavigableSet<Position>> wanted = new TreeMap<>();
    private final Settled done = new Settled();
    /// Where things are held: what a commit makes final.
    private final Settled since = new Settled();

    /// @param held whether nothing is final before `commit`
    Lanes(boolean inOrder, boolean held) {
        this.inOrder = inOrder;
        this.held = held;
    }

    void begin(Position first, List<Position> positions) {
        done.next(first);
        wanted.computeIfAbsent(first.partition(), _ -> new TreeSet<>()).addAll(positions);
    }

    void recall(ChannelJournal before) {
        before.progress().last().forEach(done::last);
        done.written(before.progress().written());
        before.translations().forEach(done::translated);
    }

    /// How many messages from an index on belong to one lane.
    int together(List<Message> messages, int from) {
        int to = inOrder ? messages.size() : from + 1;
        while (to < messages.size() && messages.get(to).partition() == messages.get(from).partition()) {
            to++;
        }
        return to - from;
    }

    /// @param messages of one lane
    Portion add(long firstToken, List<Message> messages) {
        Portion portion = new Portion(firstToken, messages);
        if (!wanted.values().stream().allMatch(NavigableSet::isEmpty)) {
            for (int i = 0; i < portion.count(); i++) {
                List<Position> meant = takeWanted(portion.source(i));
                if (!meant.isEmpty()) {
                    portion.want(i, meant);
                }
            }
        }
        lane(portion).add(portion);
        return portion;
    }

    /// Settles what has no hole before it, in the lane of a portion.
    void advance(Portion portion) {
        advance(lane(portion));
    }

    void advanceAll() {
        lanes.values().forEach(this::advance);
    }

    private void advance(ArrayDeque<Portion> lane) {
        while (!lane.isEmpty() && lane.getFirst().settle(since)) {
            lane.removeFirst();
        }
        if (!held) {
            commit();
        }
    }

    /// What is settled is final.
    void commit() {
        done.add(since);
        since.clear();
    }

    /// Positions that a refused message stood for are stood for by the next one of its partition.
    void passOn(Portion portion, int refused) {
        List<Position> left = portion.takeWanted(refused);
        if (left.isEmpty()) {
            return;
        }
        int partition = portion.source(refused).partition();
        boolean behind = false;
        for (Portion other : lane(portion)) {
            behind |= other == portion;
            OptionalInt heir =
                    behind ? other.heir(other == portion ? refused + 1 : 0, partition) : OptionalInt.empty();
            if (heir.isPresent()) {
                other.want(heir.getAsInt(), left);
                return;
            }
        }
        waiting(partition).addAll(left);
    }

    /// Drops what is in flight, and what was settled but never made final.
    ///
    /// @return what was refused of it
    List<Position> rewind() {
        List<Position> refused = refusedAhead();
        since.translations().forEach(t -> waiting(t.from().partition()).add(t.from()));
        since.clear();
        for (ArrayDeque<Portion> lane : lanes.values()) {
            lane.forEach(p -> p.giveBack((partition, positions) -> waiting(partition).addAll(positions)));
            lane.clear();
        }
        return refused;
    }

    List<Position> refusedAhead() {
        List<Position> refused = new ArrayList<>(since.refused());
        lanes.values().forEach(lane -> lane.forEach(p -> refused.addAll(p.refusedAhead())));
        return refused;
    }

    boolean isAhead(Position source) {
        return done.next().stream().anyMatch(n -> n.partition() == source.partition() && source.compareTo(n) >= 0);
    }

    /// What is final.
    Settled done() {
        return done;
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

    private NavigableSet<Position> waiting(int partition) {
        return wanted.computeIfAbsent(partition, _ -> new TreeSet<>());
    }

    private ArrayDeque<Portion> lane(Portion portion) {
        return lanes.computeIfAbsent(inOrder ? ALL : portion.source(0).partition(), _ -> new ArrayDeque<>());
    }
}
