package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ContentCut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Says which part of an archive comes into which file.
record SplitParts(ReworkSource source, Path input) {

    private static final int MOST = 1_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    List<Split.Part> of(List<SourceRun> runs, SplitPlan.By by) throws FaultException, InterruptedException {
        List<Split.Part> parts = switch (by) {
            case SplitPlan.By.Run _ -> byRun(runs);
            case SplitPlan.By.Channel _ -> byChannel(runs);
            case SplitPlan.By.Time(var step) -> byTime(runs, step.toMillis());
            case SplitPlan.By.Size(long bytes) -> bySize(runs, bytes);
        };
        if (parts.size() > MOST) {
            throw tooMany(parts.size());
        }
        return parts;
    }

    private static FaultException tooMany(long parts) {
        return new FaultException(FaultKind.USAGE, "split.many", "That would be " + parts + " files.",
                "Choose a longer time or a larger size; at most " + MOST + " are made.");
    }

    private static List<Split.Part> byRun(List<SourceRun> runs) {
        List<Split.Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SourceRun run : runs) {
            String name = "run-" + MOMENT.format(Instant.ofEpochMilli(run.run().startedAt()));
            parts.add(new Split.Part(names.add(name) ? name : name + "-" + run.run().id().toString().substring(0, 8),
                    List.of(run)));
        }
        return parts;
    }

    private static List<Split.Part> byChannel(List<SourceRun> runs) {
        Map<ChannelId, List<SourceRun>> channels = new LinkedHashMap<>();
        for (SourceRun run : runs) {
            for (ChannelId channel : run.pieces().stream().map(Piece::channel).distinct().toList()) {
                channels.computeIfAbsent(channel, _ -> new ArrayList<>()).add(run.with(
                        run.pieces().stream().filter(p -> p.channel().equals(channel)).toList(), run.whole()));
            }
        }
        List<Split.Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        channels.forEach((channel, some) -> {
            String name = fileName(channel.text());
            parts.add(new Split.Part(names.add(name) ? name : name + "-" + Integer.toHexString(
                    channel.text().hashCode()), some));
        });
        return parts;
    }

    /// Nothing that a file system could take for something else.
    private static String fileName(String channel) {
        String name = channel.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "_");
        return name.length() <= 100 && name.equals(channel)
                ? name
                : name.substring(0, Math.min(100, name.length())) + "-" + Integer.toHexString(channel.hashCode());
    }

    private List<Split.Part> byTime(List<SourceRun> runs, long step) throws FaultException, InterruptedException {
        OptionalLong first = coverage().filter(c -> c.messages() > 0).flatMapToLong(c -> c.timeMin().stream()).min();
        OptionalLong last = coverage().filter(c -> c.messages() > 0).flatMapToLong(c -> c.timeMax().stream()).max();
        if (first.isEmpty() || last.isEmpty()) {
            return List.of(new Split.Part("all", runs));
        }
        long begin = Math.floorDiv(first.getAsLong(), step);
        long end = Math.floorDiv(last.getAsLong(), step);
        if (end - begin >= MOST) {
            throw tooMany(end - begin + 1);
        }
        List<Split.Part> parts = new ArrayList<>();
        List<SourceRun> rest = runs;
        for (long at = begin; at < end; at++) {
            Map<String, Position> cuts = firstAt(runs, (at + 1) * step);
            List<SourceRun> before = cut(rest, cuts, true);
            if (before.stream().anyMatch(r -> r.pieces().stream().anyMatch(p -> !p.isEmpty()))) {
                parts.add(new Split.Part("from-" + MOMENT.format(Instant.ofEpochMilli(at * step)), before));
                rest = cut(rest, cuts, false);
            }
        }
        parts.add(new Split.Part("from-" + MOMENT.format(Instant.ofEpochMilli(end * step)), rest));
        return parts;
    }

    private Stream<ArchiveContents.Coverage> coverage() {
        return source.contents().channels().stream().flatMap(c -> c.partitions().stream())
                .flatMap(p -> p.coverage().stream());
    }

    /// Where the first message at or behind a time stands, in each partition.
    private Map<String, Position> firstAt(List<SourceRun> runs, long time)
            throws FaultException, InterruptedException {
        Map<String, Position> positions = new LinkedHashMap<>();
        for (ChannelId channel : runs.stream().flatMap(r -> r.pieces().stream()).map(Piece::channel).distinct()
                .toList()) {
            OpenRequest request = OpenRequest.everything(channel).isolated(Isolation.ALL)
                    .from(new Start.AtTime(time));
            try (Cursor cursor = source.session().open(request)) {
                for (CursorPlan.Range range : cursor.plan().ranges()) {
                    positions.put(channel + "/" + range.partition(), range.from());
                }
            }
        }
        return positions;
    }

    /// What stands before the cuts, or what is left.
    private static List<SourceRun> cut(List<SourceRun> runs, Map<String, Position> cuts, boolean before) {
        List<SourceRun> some = new ArrayList<>();
        for (SourceRun run : runs) {
            List<Piece> pieces = new ArrayList<>();
            for (Piece piece : run.pieces()) {
                Position at = cuts.getOrDefault(piece.channel() + "/" + piece.partition(), piece.next());
                Piece part = before ? piece.between(piece.from(), at) : piece.between(at, piece.next());
                if (!part.isEmpty() || piece.isEmpty() && !before) {
                    pieces.add(part);
                }
            }
            if (!pieces.isEmpty()) {
                some.add(run.only(pieces));
            }
        }
        return some;
    }

    private List<Split.Part> bySize(List<SourceRun> runs, long size) throws FaultException {
        double bytesPerRaw = bytesPerRaw();
        SizedParts parts = new SizedParts(size);
        for (SourceRun run : runs) {
            for (Piece piece : run.pieces()) {
                double each = bytesPerRaw * rawPerMessage(run, piece);
                Position from = piece.from();
                for (ContentCut block : source.archive().contentCuts(piece.channel(), piece.partition())) {
                    boolean mine = block.first().compareTo(piece.from()) >= 0
                            && block.first().compareTo(piece.next()) < 0;
                    if (mine && parts.full()) {
                        if (from.compareTo(block.first()) < 0) {
                            parts.add(run, piece.between(from, block.first()));
                        }
                        parts.next();
                        from = block.first();
                    }
                    parts.weigh(mine ? each * block.count() : 0);
                }
                parts.add(run, piece.between(from, piece.next()));
            }
        }
        return parts.all();
    }

    private double bytesPerRaw() throws FaultException {
        long raw = coverage().mapToLong(ArchiveContents.Coverage::bytes).sum();
        long stored = Files.isDirectory(input) ? raw / 3 : NewArchive.size(input);
        return raw == 0 ? 1 : stored / (double) raw;
    }

    private double rawPerMessage(SourceRun run, Piece piece) {
        List<ArchiveContents.Coverage> mine = source.contents().channels().stream()
                .filter(c -> c.id().equals(piece.channel())).flatMap(c -> c.partitions().stream())
                .filter(p -> p.number() == piece.partition()).flatMap(p -> p.coverage().stream())
                .filter(c -> c.run().equals(run.run().id())).toList();
        long messages = mine.stream().mapToLong(ArchiveContents.Coverage::messages).sum();
        return messages == 0
                ? 0
                : mine.stream().mapToLong(ArchiveContents.Coverage::bytes).sum() / (double) messages;
    }

    /// Parts that are filled one after the other. One thread.
    private static final class SizedParts {
        private final long size;
        private final List<Split.Part> done = new ArrayList<>();
        private final Map<SourceRun, List<Piece>> open = new LinkedHashMap<>();
        private double weight;

        SizedParts(long size) {
            this.size = size;
        }

        boolean full() {
            return weight >= size;
        }

        void weigh(double bytes) {
            weight += bytes;
        }

        void add(SourceRun run, Piece piece) {
            open.computeIfAbsent(run, _ -> new ArrayList<>()).add(piece);
        }

        void next() {
            if (!open.isEmpty()) {
                List<SourceRun> runs = new ArrayList<>();
                open.forEach((run, pieces) -> runs.add(run.only(pieces)));
                done.add(new Split.Part("part-%04d".formatted(done.size() + 1), runs));
                open.clear();
                weight = 0;
            }
        }

        List<Split.Part> all() {
            next();
            return done;
        }
    }
}
