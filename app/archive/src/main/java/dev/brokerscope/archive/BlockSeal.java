package dev.brokerscope.archive;

import dev.brokerscope.archive.block.EncodedBlock;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.crypt.FrameBinding;
import dev.brokerscope.archive.crypt.FrameCipher;
import dev.brokerscope.archive.crypt.StoredHashes;
import dev.brokerscope.archive.crypt.VolumeKey;
import java.util.List;
import java.util.Optional;

/// Makes of the blocks of one partition what its volume stores: in a plain one they stay as they are. Any thread.
///
/// @param place where its frames belong
record BlockSeal(Optional<VolumeKey> key, StoredHashes hashes, FrameBinding.Place place) {

    EncodedBlock seal(EncodedBlock plain) {
        if (key.isEmpty()) {
            return plain;
        }
        FrameCipher cipher = key.get().frames();
        FrameBinding binding = place.block(plain.firstHi(), plain.firstLo());
        List<Frame> frames = plain.frames().stream().map(f -> cipher.seal(binding, f)).toList();
        return plain.stored(hashes.content(plain.contentHash()), frames);
    }

    /// A link of the chain as it is stored.
    byte[] integrity(byte[] sha256) {
        return hashes.integrity(sha256);
    }
}
