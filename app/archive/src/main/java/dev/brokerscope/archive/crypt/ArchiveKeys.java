package dev.brokerscope.archive.crypt;

import java.util.List;

/// What somebody has to open encrypted archives with. Opening one changes nothing here; `close` wipes them all.
public record ArchiveKeys(List<ArchiveKey> keys) implements AutoCloseable {

    /// Without any: an encrypted archive shows its manifest, not its messages.
    public static final ArchiveKeys NONE = new ArchiveKeys(List.of());

    public ArchiveKeys {
        keys = List.copyOf(keys);
    }

    public static ArchiveKeys of(ArchiveKey... keys) {
        return new ArchiveKeys(List.of(keys));
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    @Override
    public void close() {
        keys.forEach(ArchiveKey::close);
    }

    @Override
    public String toString() {
        return keys.size() + " keys";
    }
}
