package dev.brokerscope.core.keys;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.crypt.ArchiveKey;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The keys to archives that the user gave in this run of the program; never kept anywhere. Any thread.
public final class ArchiveKeyring implements AutoCloseable {

    private final List<ArchiveKey> forAll = new ArrayList<>();
    private final Map<Path, List<ArchiveKey>> forOne = new HashMap<>();

    /// Tried for every archive that is opened.
    public synchronized void add(ArchiveKey key) {
        forAll.add(key);
    }

    /// Keeps a key for one archive, after it has opened it.
    ///
    /// @throws FaultException of kind `WRONG_KEY` where it does not, or why the archive cannot be opened
    public void unlock(Path archive, ArchiveKey key) throws FaultException {
        Archive.open(archive, ArchiveKeys.of(key)).close();
        synchronized (this) {
            forOne.computeIfAbsent(normal(archive), _ -> new ArrayList<>()).add(key);
        }
    }

    /// What may open an archive.
    public synchronized ArchiveKeys keys(Path archive) {
        List<ArchiveKey> keys = new ArrayList<>(forOne.getOrDefault(normal(archive), List.of()));
        keys.addAll(forAll);
        return new ArchiveKeys(keys);
    }

    private static Path normal(Path archive) {
        return archive.toAbsolutePath().normalize();
    }

    /// Wipes them.
    @Override
    public synchronized void close() {
        forAll.forEach(ArchiveKey::close);
        forOne.values().forEach(keys -> keys.forEach(ArchiveKey::close));
        forAll.clear();
        forOne.clear();
    }
}
