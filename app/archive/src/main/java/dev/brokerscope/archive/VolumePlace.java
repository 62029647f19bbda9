package dev.brokerscope.archive;

import dev.brokerscope.api.message.Bytes;
import java.util.Optional;
import java.util.UUID;

/// Where a volume that is begun stands in its set, and its own id.
///
/// @param previous root of the volume that it follows
record VolumePlace(UUID set, UUID volume, long number, Optional<Bytes> previous) {

    static VolumePlace first(WriterOptions options) {
        return new VolumePlace(options.ids().get(), options.ids().get(), 1, Optional.empty());
    }

    /// Its id follows from the volume before it, so that a resume between the two makes the same file.
    static VolumePlace behind(VolumeHead last) {
        Bytes root = last.root().orElseThrow(() -> new IllegalStateException("a volume follows only a sealed one"));
        return new VolumePlace(last.set(), UUID.nameUUIDFromBytes(root.toArray()), last.number() + 1,
                Optional.of(root));
    }
}
