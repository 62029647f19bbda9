package dev.brokerscope.archive.block;

import java.util.List;
import java.util.OptionalLong;

/// A closed block, ready to be stored; only the chain is missing.
///
/// @param placesHash of positions and of what a restore cannot keep
public record EncodedBlock(long firstHi, long firstLo, long nextHi, long nextLo, long count, long tombstones,
        OptionalLong timeMin, OptionalLong timeMax, long rawBytes, byte[] contentHash, byte[] placesHash,
        List<Frame> frames) {

    public EncodedBlock {
        frames = List.copyOf(frames);
    }

    /// As a volume stores it that encrypts.
    public EncodedBlock stored(byte[] content, List<Frame> sealed) {
        return new EncodedBlock(firstHi, firstLo, nextHi, nextLo, count, tombstones, timeMin, timeMax, rawBytes,
                content, placesHash, sealed);
    }
}
