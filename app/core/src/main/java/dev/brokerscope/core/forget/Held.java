package dev.brokerscope.core.forget;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ArchiveContents.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What one volume holds, as far as forgetting needs it.
///
/// @param number its place in its set
/// @param time of the newest data
record Held(Path file, long number, long time, List<Run> runs, Set<String> channels, long messages, long bytes) {

    /// In the order of their numbers.
    static List<Held> read(List<Path> files) throws FaultException {
        List<Held> all = new ArrayList<>();
        for (Path file : files) {
            try (Archive archive = Archive.open(file)) {
                all.add(of(file, archive.contents()));
            }
        }
        all.sort(Comparator.comparingLong(Held::number).thenComparing(Held::file));
        return all;
    }

    private static Held of(Path file, ArchiveContents contents) throws FaultException {
        long time = contents.runs().stream().mapToLong(r -> r.cutAt().orElse(r.startedAt())).max()
                .orElse(contents.createdAt());
        long messages = contents.channels().stream().flatMap(c -> c.partitions().stream())
                .flatMap(p -> p.coverage().stream()).mapToLong(ArchiveContents.Coverage::messages).sum();
        Set<String> channels = contents.channels().stream().map(c -> c.original().text()).collect(Collectors.toSet());
        try {
            return new Held(file, contents.volumes().getFirst().number(), time, contents.runs(), channels, messages,
                    Files.size(file));
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "forget.size", file + " cannot be read.", "", e);
        }
    }

    /// Volumes that hang together by their runs: none can go without the others. Oldest first.
    static List<List<Held>> units(List<Held> volumes) {
        List<List<Held>> units = new ArrayList<>();
        Set<UUID> runs = new HashSet<>();
        for (Held volume : volumes) {
            List<UUID> its = volume.runs().stream().map(Run::id).toList();
            if (units.isEmpty() || its.stream().noneMatch(runs::contains)) {
                units.add(new ArrayList<>());
                runs.clear();
            }
            units.getLast().add(volume);
            runs.addAll(its);
        }
        return units;
    }

    /// @param partOfSet whether there are other units of the same set
    static Snapshot snapshot(Path name, List<Held> volumes, boolean partOfSet) {
        List<Run> runs = volumes.stream().flatMap(v -> v.runs().stream()).toList();
        List<String> channels = volumes.stream().flatMap(v -> v.channels().stream()).distinct().sorted().toList();
        Snapshot.Group group = new Snapshot.Group(distinct(runs, r -> r.source().broker()),
                distinct(runs, r -> r.source().clusterId().orElse(r.source().label())),
                distinct(runs, r -> r.fidelity().name().toLowerCase(Locale.ROOT)),
                partOfSet ? List.of() : channels, partOfSet ? name.toString() : "");
        return new Snapshot(partOfSet ? volumes.getFirst().file() : name, volumes.stream().map(Held::file).toList(),
                group, Instant.ofEpochMilli(volumes.stream().mapToLong(Held::time).max().orElse(0)),
                volumes.stream().mapToLong(Held::messages).sum(), volumes.stream().mapToLong(Held::bytes).sum());
    }

    private static String distinct(List<Run> runs, Function<Run, String> fact) {
        return runs.stream().map(fact).distinct().sorted().collect(Collectors.joining(", "));
    }
}
