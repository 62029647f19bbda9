package dev.brokerscope.archive;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// When a set gets its next volume: when one of the limits is reached, and never before a volume holds a block.
///
/// @param bytes size of a volume's file; it may end one block above
/// @param age since the volume was begun
public record Rotation(OptionalLong bytes, Optional<Duration> age) {

    /// One volume for each run.
    public static final Rotation NEVER = new Rotation(OptionalLong.empty(), Optional.empty());

    boolean due(long fileBytes, Duration old) {
        return bytes.isPresent() && fileBytes >= bytes.getAsLong()
                || age.isPresent() && old.compareTo(age.get()) >= 0;
    }
}
