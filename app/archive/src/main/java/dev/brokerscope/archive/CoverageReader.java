package dev.brokerscope.archive;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.CoverageMap.Times;
import dev.brokerscope.archive.sqlite.Database;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// Draws the coverage from the rows of blocks and gaps, each read once. One thread.
final class CoverageReader {

    /// Blocks of which times are looked at to find the span: plenty for that.
    private static final long MOST_TIMES = 200_000;

    private final OpenArchive archive;
    private final Database db;
    private final int steps;
    private final Optional<Times> times;

    CoverageReader(OpenArchive archive, int steps) throws FaultException {
        this.archive = archive;
        this.db = archive.db();
        this.steps = steps;
        this.times = times();
    }

    CoverageMap read() throws FaultException {
        Map<CoverageMap.Place, CoverageMap.Strip> strips = new HashMap<>();
        for (Catalog.Entry entry : archive.catalog().all()) {
            for (Catalog.Part part : entry.partitions()) {
                strips.put(new CoverageMap.Place(entry.id(), part.number()), strip(part));
            }
        }
        return new CoverageMap(times, strips);
    }

    private Optional<Times> times() throws FaultException {
        long every = 1 + db.number("SELECT count(*) FROM block") / MOST_TIMES;
        LongStream.Builder found = LongStream.builder();
        db.each("SELECT time_min, time_max FROM block WHERE time_min IS NOT NULL AND block_id % ? = 0", row -> {
            found.add(row.whole(1));
            found.add(row.whole(2));
        }, every);
        long[] sorted = found.build().sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double low = sorted[sorted.length / 20];
        double high = sorted[sorted.length - 1 - sorted.length / 20];
        double margin = 3 * (high - low) + 60_000;
        long[] usual = Arrays.stream(sorted).filter(t -> t >= low - margin && t <= high + margin).toArray();
        return Optional.of(new Times(usual[0], usual[usual.length - 1], usual.length < sorted.length));
    }

    private CoverageMap.Strip strip(Catalog.Part part) throws FaultException {
        if (part.ranges().isEmpty() || part.begin().compareTo(part.end()) >= 0) {
            return CoverageMap.Strip.EMPTY;
        }
        Steps byPosition = new Steps(steps);
        Steps byTime = new Steps(steps);
        PositionScale scale = new PositionScale(part.begin(), part.end());
        for (ManifestRows.RangeRow range : part.ranges()) {
            if (range.begin().compareTo(range.next()) < 0) {
                byPosition.mark(scale.share(range.begin()), scale.share(range.next()), Optional.empty());
            }
        }
        BlockTimes blocks = BlockTimes.load(db, part);
        for (int i = 0; i < blocks.size(); i++) {
            Optional<GapReason> mostlyHoles = blocks.mostlyHoles(i);
            if (mostlyHoles.isPresent()) {
                byPosition.mark(scale.share(blocks.first(i)), scale.share(blocks.next(i)), mostlyHoles);
            }
            if (blocks.timed(i)) {
                mark(byTime, blocks.timeMin(i), blocks.timeMax(i), Optional.empty());
            }
        }
        for (GapRows.GapRow row : archive.gaps(part)) {
            CursorEvent.Gap gap = row.gap();
            byPosition.mark(scale.share(gap.from()), scale.share(gap.next()), Optional.of(gap.reason()));
            times.ifPresent(t -> {
                long from = blocks.timeAt(gap.from(), false).orElse(t.from());
                long to = blocks.timeAt(gap.next(), true).orElse(t.to());
                mark(byTime, from, Math.max(from, to), Optional.of(gap.reason()));
            });
        }
        return new CoverageMap.Strip(byPosition.pieces(), byTime.pieces(), holes(part));
    }

    private Map<GapReason, Long> holes(Catalog.Part part) throws FaultException {
        Map<GapReason, Long> holes = new EnumMap<>(GapReason.class);
        db.each("SELECT hole_reason, sum(holes) FROM block WHERE partition_id = ? AND hole_reason IS NOT NULL"
                + " GROUP BY hole_reason", row -> holes.put(Words.reason(row.text(1)), row.whole(2)), part.id());
        return holes;
    }

    private void mark(Steps strip, long from, long to, Optional<GapReason> gap) {
        times.ifPresent(t -> {
            double width = Math.max(1, (double) t.to() - t.from());
            strip.mark(Math.clamp((from - (double) t.from()) / width, 0, 1),
                    Math.clamp((to - (double) t.from()) / width, 0, 1), gap);
        });
    }

    /// From positions to 0 … 1. Across several `hi` only these count.
    private record PositionScale(Position first, Position next) {

        double share(Position position) {
            boolean one = first.hi() == next.hi();
            double from = one ? first.lo() : first.hi();
            double to = one ? next.lo() : next.hi();
            double at = one ? position.lo() : position.hi();
            return to <= from ? 0 : Math.clamp((at - from) / (to - from), 0, 1);
        }
    }
}
