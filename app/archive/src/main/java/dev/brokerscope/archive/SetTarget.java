package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import java.nio.file.Path;

/// A folder that a run is written into, as one volume or several, behind those that are there.
public record SetTarget(Path folder, Rotation rotation) {

    /// Held by who writes into the set.
    static final String LOCK = "set.lock";

    /// Numbers tell volumes apart and order them; a clock that jumps does no harm.
    Path volume(long number) {
        return folder.resolve("volume-%04d.msgdb".formatted(number));
    }

    /// Whether nothing was written there yet.
    public boolean isEmpty() throws FaultException {
        return !VolumeSet.holdsVolumes(folder);
    }

    /// Shards share a number: they follow the volume with the plan side by side.
    Path shard(long number, java.util.UUID id) {
        return folder.resolve("volume-%04d-%s.msgdb".formatted(number, id.toString().substring(0, 8)));
    }

    /// Held by the worker that reads a partition.
    Path claim(String channel, int partition) {
        String name = java.util.UUID.nameUUIDFromBytes(channel.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString().substring(0, 13);
        return folder.resolve("claim-%s-%d.lock".formatted(name, partition));
    }

    /// Held by the worker that seals what dead ones left.
    Path recovery() {
        return folder.resolve("recovery.lock");
    }

    /// Held by the one program that writes the set.
    Path lock() {
        return folder.resolve(LOCK);
    }
}
