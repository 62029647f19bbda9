package dev.brokerscope.archive;

import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.archive.crypt.Protection;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// How an archive is written; the clock and the ids are here so that tests can pin them.
///
/// @param workers threads that compress and hash
/// @param compression of the blocks
/// @param protection how it is encrypted, if at all
public record WriterOptions(int workers, Compression compression, Protection protection, InstantSource clock,
        Supplier<UUID> ids) {

    /// Of a plain archive.
    public WriterOptions(int workers, Compression compression, InstantSource clock, Supplier<UUID> ids) {
        this(workers, compression, Protection.NONE, clock, ids);
    }

    public static WriterOptions standard() {
        return new WriterOptions(Math.max(1, Runtime.getRuntime().availableProcessors()), Compression.STANDARD,
                InstantSource.system(), UUID::randomUUID);
    }

    public WriterOptions compressed(Compression other) {
        return new WriterOptions(workers, other, protection, clock, ids);
    }

    public WriterOptions protectedBy(Protection other) {
        return new WriterOptions(workers, compression, other, clock, ids);
    }
}
