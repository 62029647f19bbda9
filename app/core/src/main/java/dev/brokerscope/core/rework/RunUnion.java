package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.core.job.JobContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// Decides which run gives which positions of each partition, so that none is held twice: the oldest run that holds a
/// position gives it, unless a younger one holds more of what both cover. One thread.
final class RunUnion {

    /// @param run whose positions these are
    private record Segment(UUID run, Piece piece) {}

    private final Supplier<UUID> ids;
    private final JobContext job;
    private final Map<UUID, List<SourceRun>> runs = new LinkedHashMap<>();
    private final Map<String, List<Segment>> owned = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    RunUnion(Supplier<UUID> ids, JobContext job) {
        this.ids = ids;
        this.job = job;
    }

    void add(List<SourceRun> more) {
        more.forEach(r -> runs.computeIfAbsent(r.run().id(), _ -> new ArrayList<>()).add(r));
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /// The runs of the new archive, each with the pieces it gives.
    ///
    /// @throws FaultException of kind `REFUSED` where two archives hold different messages at one position
    List<SourceRun> runs() throws FaultException, InterruptedException {
        List<List<SourceRun>> ordered = new ArrayList<>(runs.values());
        ordered.sort(Comparator.comparingLong((List<SourceRun> same) -> same.getFirst().run().startedAt())
                .thenComparing(same -> same.getFirst().run().id()));
        for (List<SourceRun> same : ordered) {
            for (SourceRun part : same) {
                for (Piece piece : part.pieces()) {
                    claim(part, piece);
                }
            }
        }
        List<SourceRun> result = new ArrayList<>();
        for (List<SourceRun> same : ordered) {
            united(same, result);
        }
        return result;
    }

    private static String partition(SourceRun run, Piece piece) {
        ArchiveContents.Channel channel = piece.source().contents().channels().stream()
                .filter(c -> c.id().equals(piece.channel())).findFirst().orElseThrow();
        return run.run().source().broker() + " " + run.run().source().clusterId().orElse(run.run().source().label())
                + " " + piece.original() + " " + channel.incarnation() + " " + piece.partition();
    }

    private void claim(SourceRun run, Piece piece) throws FaultException, InterruptedException {
        List<Segment> segments = owned.computeIfAbsent(partition(run, piece), _ -> new ArrayList<>());
        if (piece.isEmpty()) {
            if (segments.stream().noneMatch(s -> s.run().equals(run.run().id()))) {
                segments.add(new Segment(run.run().id(), piece));
            }
            return;
        }
        List<Piece> mine = new ArrayList<>(List.of(piece));
        for (Segment other : List.copyOf(segments)) {
            List<Piece> next = new ArrayList<>();
            for (Piece part : mine) {
                settle(run.run().id(), part, other, segments, next);
            }
            mine = next;
        }
        mine.forEach(p -> segments.add(new Segment(run.run().id(), p)));
    }

    /// Puts into `rest` what is left for the newcomer.
    private void settle(UUID run, Piece mine, Segment other, List<Segment> segments, List<Piece> rest)
            throws FaultException, InterruptedException {
        Position from = later(mine.from(), other.piece().from());
        Position to = earlier(mine.next(), other.piece().next());
        if (from.compareTo(to) >= 0 || !segments.contains(other)) {
            rest.add(mine);
            return;
        }
        Overlap overlap = Overlap.of(other.piece().between(from, to), mine.between(from, to), job);
        if (overlap.secondOnly() == 0) {
            keep(mine.between(mine.from(), from), rest);
            keep(mine.between(to, mine.next()), rest);
        } else if (overlap.firstOnly() == 0) {
            segments.remove(other);
            keepOwned(other, other.piece().between(other.piece().from(), from), segments);
            keepOwned(other, other.piece().between(to, other.piece().next()), segments);
            rest.add(mine);
        } else if (other.run().equals(run)) {
            interleave(other, mine, from, to, overlap.switches(), segments);
            keep(mine.between(mine.from(), from), rest);
            keep(mine.between(to, mine.next()), rest);
        } else {
            throw new FaultException(FaultKind.REFUSED, "merge.mixed", other.piece().source().path() + " and "
                    + mine.source().path() + " each hold messages of " + mine.original() + " partition "
                    + mine.partition() + " that the other lacks, between the positions " + from.lo() + " and "
                    + (to.lo() - 1) + ".", "Keep them apart, or split one of them before.");
        }
    }

    /// Two copies of one run, each with holes that the other fills.
    private static void interleave(Segment other, Piece mine, Position from, Position to, List<Position> switches,
            List<Segment> segments) {
        segments.remove(other);
        keepOwned(other, other.piece().between(other.piece().from(), from), segments);
        Position at = from;
        boolean first = true;
        for (Position change : switches) {
            keepOwned(other, (first ? other.piece() : mine).between(at, change), segments);
            at = change;
            first = !first;
        }
        keepOwned(other, (first ? other.piece() : mine).between(at, to), segments);
        keepOwned(other, other.piece().between(to, other.piece().next()), segments);
    }

    private static void keep(Piece piece, List<Piece> list) {
        if (!piece.isEmpty()) {
            list.add(piece);
        }
    }

    private static void keepOwned(Segment of, Piece piece, List<Segment> segments) {
        if (!piece.isEmpty()) {
            segments.add(new Segment(of.run(), piece));
        }
    }

    /// One run of all parts of the same; stretches that do not touch become runs of their own.
    private void united(List<SourceRun> same, List<SourceRun> result) {
        SourceRun head = same.stream().filter(r -> r.run().state() != RunState.COMPLETE).findFirst()
                .orElse(same.getFirst());
        List<List<Piece>> stretches = new ArrayList<>();
        for (List<Segment> segments : owned.values()) {
            List<Piece> mine = segments.stream().filter(s -> s.run().equals(head.run().id())).map(Segment::piece)
                    .sorted(Comparator.comparing(Piece::from)).toList();
            int stretch = 0;
            for (int i = 0; i < mine.size(); i++) {
                stretch += i > 0 && !mine.get(i - 1).next().equals(mine.get(i).from()) ? 1 : 0;
                while (stretches.size() <= stretch) {
                    stretches.add(new ArrayList<>());
                }
                stretches.get(stretch).add(mine.get(i));
            }
        }
        if (stretches.isEmpty()) {
            remarks.add("The run " + head.run().id() + " is left out: other runs hold all that it holds.");
        }
        for (int i = 0; i < stretches.size(); i++) {
            SourceRun part = head.with(stretches.get(i), false);
            result.add(i == 0 ? part : part.derived(ids.get(), head.fidelity()));
        }
    }

    private static Position later(Position a, Position b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Position earlier(Position a, Position b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
