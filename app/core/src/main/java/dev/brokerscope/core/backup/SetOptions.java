package dev.brokerscope.core.backup;

import dev.brokerscope.archive.Rotation;

/// How a run is put into a set of volumes.
///
/// @param rotation when a further volume is begun
/// @param sinceLast whether it begins where the last run there ended
/// @param follow whether it goes on until it is stopped
/// @param seal whether a following run is sealed when it is stopped; else it can be resumed
public record SetOptions(Rotation rotation, boolean sinceLast, boolean follow, boolean seal) {

    /// One whole run, in one volume.
    public static final SetOptions STANDARD = new SetOptions(Rotation.NEVER, false, false, true);

    public SetOptions rotating(Rotation other) {
        return new SetOptions(other, sinceLast, follow, seal);
    }

    public SetOptions sinceLast(boolean continued) {
        return new SetOptions(rotation, continued, follow, seal);
    }

    public SetOptions following(boolean followed, boolean sealed) {
        return new SetOptions(rotation, sinceLast, followed, sealed);
    }
}
