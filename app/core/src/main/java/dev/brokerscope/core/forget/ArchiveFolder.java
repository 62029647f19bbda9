package dev.brokerscope.core.forget;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.VolumeRemoval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The archives in a folder: its own files, those of one set together, and each folder directly below that holds a set.
/// One thread, used once.
final class ArchiveFolder {

    private final Verification.Level level;
    private final boolean insideSets;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Untouched> untouched = new ArrayList<>();

    /// @param insideSets whether the runs of a set count one by one, and its oldest may go
    ArchiveFolder(Verification.Level level, boolean insideSets) {
        this.level = level;
        this.insideSets = insideSets;
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    List<Untouched> untouched() {
        return untouched;
    }

    void look(Path folder) throws FaultException, InterruptedException {
        List<Path> entries = list(folder);
        Map<UUID, List<Path>> sets = new LinkedHashMap<>();
        Set<UUID> volumes = new HashSet<>();
        for (Path file : entries) {
            if (Files.isRegularFile(file) && volume(file)) {
                idsOf(file).ifPresent(ids -> sets
                        .computeIfAbsent(volumes.add(ids.volume()) ? ids.set() : UUID.randomUUID(),
                                _ -> new ArrayList<>())
                        .add(file));
            }
        }
        for (List<Path> files : sets.values()) {
            archive(files.size() == 1 || sets.size() > 1 ? files.getFirst() : folder, files);
        }
        for (Path below : entries) {
            if (Files.isDirectory(below)) {
                List<Path> files = list(below).stream().filter(f -> Files.isRegularFile(f) && volume(f)).toList();
                if (!files.isEmpty()) {
                    archive(below, files);
                }
            }
        }
    }

    private static boolean volume(Path file) {
        return file.toString().endsWith(".msgdb") || file.toString().endsWith(".msgdb.partial");
    }

    private static List<Path> list(Path folder) throws FaultException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new FaultException(Files.isDirectory(folder) ? FaultKind.FILE_ACCESS : FaultKind.NOT_FOUND,
                    "forget.folder", folder + " is no folder that can be read.", "Give the folder of your archives.",
                    e);
        }
    }

    private record Ids(UUID set, UUID volume) {}

    /// Absent where the file is no archive. A second copy of a volume is an archive of its own.
    private Optional<Ids> idsOf(Path file) {
        try (Archive archive = Archive.open(file)) {
            return Optional.of(new Ids(archive.contents().setId(), archive.contents().volumeId()));
        } catch (FaultException e) {
            untouched.add(new Untouched(file, e.fault().message(), true));
            return Optional.empty();
        }
    }

    /// @param name for people
    /// @param files of one set
    private void archive(Path name, List<Path> files) throws InterruptedException {
        try {
            if (files.stream().anyMatch(VolumeRemoval::inUse)) {
                untouched.add(new Untouched(name, "It is being written, or was not finished.", false));
                return;
            }
            boolean folder = Files.isDirectory(name);
            for (Path whole : folder ? List.of(name) : files) {
                Verification check = Archive.verify(whole, level, Verification.Listener.NONE);
                if (check.state() != Verification.State.SOUND) {
                    untouched.add(new Untouched(name, check.problems().stream().findFirst()
                            .map(Verification.Problem::message).orElse("It is not finished."),
                            check.state() == Verification.State.DAMAGED));
                    return;
                }
            }
            List<Held> volumes = Held.read(files);
            if (insideSets && volumes.size() > 1) {
                Held.units(volumes).forEach(unit -> snapshots.add(Held.snapshot(name, unit, true)));
            } else {
                snapshots.add(Held.snapshot(name, volumes, false));
            }
        } catch (FaultException e) {
            untouched.add(new Untouched(name, e.fault().message(), e.kind() == FaultKind.CORRUPT));
        }
    }
}
