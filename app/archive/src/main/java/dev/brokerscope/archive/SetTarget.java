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

    /// Held by the one program that writes the set.
    Path lock() {
        return folder.resolve(LOCK);
    }
}
