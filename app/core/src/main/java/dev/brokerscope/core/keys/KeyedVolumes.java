package dev.brokerscope.core.keys;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.ArchiveSlots;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.archive.crypt.SlotLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The volumes of an archive whose key slots are shown or changed, one after the other: each has slots of its own.
public record KeyedVolumes(List<Path> files) {

    public KeyedVolumes {
        files = List.copyOf(files);
    }

    /// @param archive a file, or a folder of volumes
    /// @throws FaultException of kind `NOT_FOUND` for a folder without any
    public static KeyedVolumes of(Path archive) throws FaultException {
        if (!Files.isDirectory(archive)) {
            return new KeyedVolumes(List.of(archive));
        }
        try (Stream<Path> files = Files.list(archive)) {
            List<Path> volumes = files.filter(f -> f.toString().endsWith(".msgdb")).sorted().toList();
            if (volumes.isEmpty()) {
                throw new FaultException(FaultKind.NOT_FOUND, "archive.missing",
                        archive + " is a folder without an archive.", "Choose a .msgdb file.");
            }
            return new KeyedVolumes(volumes);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.unreadable", "The folder " + archive
                    + " cannot be read.", "Check whether you may read it.", e);
        }
    }

    /// Work on one volume.
    private interface Step {
        List<KeySlot> on(Path file) throws FaultException;
    }

    public Map<Path, List<KeySlot>> slots() throws FaultException {
        return each(ArchiveSlots::list);
    }

    /// @param label for people; may be empty
    public Map<Path, List<KeySlot>> add(ArchiveKeys keys, List<SlotLock> locks, String label) throws FaultException {
        return each(file -> ArchiveSlots.add(file, keys, locks, label));
    }

    public void remove(long slot) throws FaultException {
        each(file -> {
            ArchiveSlots.remove(file, slot);
            return List.of();
        });
    }

    /// @param slots those that go; all where it is empty
    public Map<Path, List<KeySlot>> rotate(ArchiveKeys keys, Set<Long> slots, List<SlotLock> locks, String label)
            throws FaultException {
        return each(file -> ArchiveSlots.rotate(file, keys, slots, locks, label));
    }

    /// @return how many had lost their seal
    public int reseal(ArchiveKeys keys) throws FaultException, InterruptedException {
        int mended = 0;
        for (Path file : files) {
            mended += ArchiveSlots.reseal(file, keys) ? 1 : 0;
        }
        return mended;
    }

    private Map<Path, List<KeySlot>> each(Step step) throws FaultException {
        Map<Path, List<KeySlot>> done = new LinkedHashMap<>();
        for (Path file : files) {
            done.put(file, step.on(file));
        }
        return done;
    }
}
