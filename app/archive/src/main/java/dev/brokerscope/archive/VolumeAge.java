package dev.brokerscope.archive;

import java.time.Duration;
import java.time.InstantSource;

/// How long ago a volume was begun. While it is written, this process's own time counts: a clock that is set back or
/// forth meanwhile changes nothing.
///
/// @param whenOpened its age when this process began to write it
/// @param openedAt by `System.nanoTime`
record VolumeAge(Duration whenOpened, long openedAt) {

    /// A volume from the future is new.
    static VolumeAge of(long createdAt, InstantSource clock) {
        return new VolumeAge(Duration.ofMillis(Math.max(0, clock.millis() - createdAt)), System.nanoTime());
    }

    Duration now() {
        return whenOpened.plusNanos(System.nanoTime() - openedAt);
    }
}
