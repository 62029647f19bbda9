package dev.brokerscope.core.backup;

import dev.brokerscope.archive.block.Compression;

/// How a backup writes its archive; none of it changes what the archive holds.
public record StoreOptions(Compression compression) {

    public static final StoreOptions STANDARD = new StoreOptions(Compression.STANDARD);

    public StoreOptions compressed(Compression other) {
        return new StoreOptions(other);
    }
}
