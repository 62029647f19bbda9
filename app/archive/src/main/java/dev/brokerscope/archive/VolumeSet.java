package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The volumes of one archive, in the order of their numbers; never by their dates, which clocks can turn around.
///
/// @param path the one file, or the folder
record VolumeSet(Path path, List<VolumeHead> volumes) {

    private static final int ATTEMPTS = 5;

    VolumeSet {
        volumes = List.copyOf(volumes);
    }

    /// @param path a volume, or a folder that holds the volumes of one set
    /// @throws FaultException `USAGE` for volumes that do not belong together, `CORRUPT` where one in the middle is
    /// missing
    static VolumeSet find(Path path) throws FaultException {
        if (!Files.isDirectory(path)) {
            return new VolumeSet(path, List.of(VolumeHead.read(VolumeOpener.find(path))));
        }
        VolumeSet set = of(path, heads(path));
        Optional<String> hole = set.hole();
        if (hole.isPresent()) {
            throw new FaultException(FaultKind.CORRUPT, "set.hole", hole.get(),
                    "Bring it back; each of the others can be opened on its own.");
        }
        return set;
    }

    /// A volume may get its final name while they are looked at.
    private static List<VolumeHead> heads(Path folder) throws FaultException {
        for (int attempt = 1;; attempt++) {
            try {
                List<VolumeHead> heads = new ArrayList<>();
                for (Path file : files(folder)) {
                    heads.add(VolumeHead.read(VolumeOpener.find(file)));
                }
                return heads;
            } catch (FaultException e) {
                if (e.kind() != FaultKind.NOT_FOUND || attempt == ATTEMPTS || files(folder).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    /// Sorted, but not checked for holes.
    static VolumeSet of(Path folder, List<VolumeHead> heads) throws FaultException {
        Map<UUID, VolumeHead> known = new HashMap<>();
        for (VolumeHead head : heads) {
            VolumeHead same = known.put(head.id(), head);
            if (same != null) {
                throw new FaultException(FaultKind.USAGE, "set.twice", same.name() + " and " + head.name() + " in "
                        + folder + " are the same volume.", "Move one of them away.");
            }
        }
        List<VolumeHead> sorted = heads.stream()
                .sorted(Comparator.comparingLong(VolumeHead::number).thenComparing(VolumeHead::name)).toList();
        long sets = sorted.stream().map(VolumeHead::set).distinct().count();
        if (sets > 1) {
            throw new FaultException(FaultKind.USAGE, "archive.several", folder + " is a folder with " + sets
                    + " archives that do not belong together.",
                    "Choose one of its files, such as " + sorted.getFirst().name() + ".");
        }
        return new VolumeSet(folder, sorted);
    }

    /// Whether there is anything in a folder that may be an archive.
    static boolean holdsVolumes(Path folder) throws FaultException {
        return Files.isDirectory(folder) && !listed(folder).isEmpty();
    }

    /// The volumes in a folder, sealed and unfinished ones, by name.
    static List<Path> files(Path folder) throws FaultException {
        List<Path> volumes = listed(folder);
        if (volumes.isEmpty()) {
            throw new FaultException(FaultKind.NOT_FOUND, "archive.missing", folder
                    + " is a folder without an archive.", "Choose a .msgdb file, or a folder of them.");
        }
        return volumes;
    }

    private static List<Path> listed(Path folder) throws FaultException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".msgdb") || VolumeFiles.unfinished(f)).sorted().toList();
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.unreadable", "The folder " + folder
                    + " cannot be read.", "Check whether you may read it.", e);
        }
    }

    /// A sentence where a volume in the middle is missing. Only the oldest may have been deleted.
    Optional<String> hole() {
        Set<Bytes> roots = new HashSet<>();
        volumes.forEach(v -> v.root().ifPresent(roots::add));
        long lowest = volumes.getFirst().number();
        return volumes.stream().filter(v -> v.previous().isPresent() && v.number() != lowest)
                .filter(v -> !roots.contains(v.previous().get())).findFirst()
                .map(v -> "Volume " + (v.number() - 1) + " of the set " + path + " is missing: " + v.name()
                        + " follows a volume that is not there.");
    }

    /// A sentence where the beginning is not there: it was deleted, or the file is part of a set.
    Optional<String> beginning() {
        VolumeHead first = volumes.getFirst();
        return first.previous().isEmpty() ? Optional.empty()
                : Optional.of(volumes.size() == 1 && !Files.isDirectory(path)
                        ? first.name() + " is volume " + first.number() + " of a set; the others are not looked at."
                        : first.number() == 2 ? "Volume 1 is not there: the set begins with volume 2."
                                : "Volumes 1 to " + (first.number() - 1) + " are not there: the set begins with volume "
                                        + first.number() + ".");
    }

    boolean several() {
        return volumes.size() > 1;
    }

    /// The only file, or the folder.
    Path file() {
        return several() ? path : volumes.getFirst().opener().file();
    }

    /// Whether nobody writes any of them.
    boolean sealed() {
        return volumes.stream().allMatch(v -> v.opener().sealed());
    }
}
