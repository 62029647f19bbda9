package dev.brokerscope.archive.crypt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The random master key of one volume, and the keys made of it. Any thread; useless after `close`, which wipes it.
public final class VolumeKey implements AutoCloseable {

    private final byte[] volume;
    private final byte[] master;
    private final byte[] frames;
    private final byte[] hashes;
    private final byte[] seal;

    private VolumeKey(byte[] volume, byte[] master) {
        this.volume = volume.clone();
        this.master = master;
        this.frames = Derivation.hkdf(master, volume, "brokerscope frames");
        this.hashes = Derivation.hkdf(master, volume, "brokerscope hashes");
        this.seal = Derivation.hkdf(master, volume, "brokerscope seal");
    }

    /// @param volume the uuid of the volume
    public static VolumeKey generate(byte[] volume) {
        return new VolumeKey(volume, X25519.newSecret());
    }

    /// The key of a volume, where one of the keys opens one of its slots. Cheap keys are tried first.
    public static Optional<VolumeKey> open(byte[] volume, List<KeySlot> slots, ArchiveKeys keys) {
        List<ArchiveKey> cheapFirst = new ArrayList<>(keys.keys().stream()
                .filter(k -> !(k instanceof PassphraseKey)).toList());
        keys.keys().stream().filter(k -> k instanceof PassphraseKey).forEach(cheapFirst::add);
        for (ArchiveKey key : cheapFirst) {
            for (KeySlot slot : slots) {
                Optional<byte[]> master = slot.open(key, volume);
                if (master.isPresent()) {
                    return Optional.of(new VolumeKey(volume, master.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// @param label for people; may be empty
    public KeySlot slot(long number, SlotLock lock, String label) {
        return KeySlot.wrap(number, lock, label, volume, master);
    }

    /// Encrypts and decrypts frames; for one thread.
    public FrameCipher frames() {
        return new FrameCipher(new Aead(frames));
    }

    public StoredHashes hashes() {
        return StoredHashes.keyed(hashes);
    }

    /// Proves that who sealed the volume had its key: over the root.
    public byte[] signature(byte[] root) {
        return Derivation.hmac(seal).doFinal(root);
    }

    @Override
    public void close() {
        for (byte[] secret : List.of(master, frames, hashes, seal)) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
