package dev.brokerscope.core.forget;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Something that stays or goes as a whole: an archive, or the oldest runs of a set.
///
/// @param path as people know it: the file, or the folder of a set
/// @param volumes in the order in which they may be deleted: what is left at any moment is valid
/// @param time of the newest data in it
/// @param bytes of the files
public record Snapshot(Path path, List<Path> volumes, Group group, Instant time, long messages, long bytes) {

    public Snapshot {
        volumes = List.copyOf(volumes);
    }

    /// What snapshots must have in common to replace each other.
    ///
    /// @param source the cluster, or what the connection was called
    /// @param channels as the broker named them, sorted
    /// @param set where these are the runs of one set, of which only the oldest may go; else empty
    public record Group(String broker, String source, String fidelity, List<String> channels, String set) {
        public Group {
            channels = List.copyOf(channels);
        }
    }
}
