package dev.brokerscope.core.backup;

import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.core.keys.Encryption;

/// How a backup writes its archive; none of it changes what the archive holds.
///
/// @param encryption also of what a resume continues
public record StoreOptions(Compression compression, Encryption encryption) {

    public static final StoreOptions STANDARD = new StoreOptions(Compression.STANDARD, Encryption.NONE);

    public StoreOptions compressed(Compression other) {
        return new StoreOptions(other, encryption);
    }

    public StoreOptions encrypted(Encryption other) {
        return new StoreOptions(compression, other);
    }
}
