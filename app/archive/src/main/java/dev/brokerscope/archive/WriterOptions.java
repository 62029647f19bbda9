package dev.brokerscope.archive;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// How an archive is written; the clock and the ids are here so that tests can pin them.
///
/// @param workers threads that compress and hash
/// @param level of zstd
public record WriterOptions(int workers, int level, InstantSource clock, Supplier<UUID> ids) {

    public static WriterOptions standard() {
        return new WriterOptions(Math.max(1, Runtime.getRuntime().availableProcessors()), 1, InstantSource.system(),
                UUID::randomUUID);
    }
}
