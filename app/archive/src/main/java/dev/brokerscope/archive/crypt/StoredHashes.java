package dev.brokerscope.archive.crypt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.Mac;

/// What a volume stores for a SHA-256: the hash itself in a plain one; in an encrypted one an HMAC of it, so that nobody
/// can find out what it holds by hashing guesses. Any thread.
public final class StoredHashes {

    /// Of a volume that is not encrypted.
    public static final StoredHashes PLAIN = new StoredHashes(Optional.empty());

    private final Optional<Mac> mac;

    private StoredHashes(Optional<Mac> mac) {
        this.mac = mac;
    }

    static StoredHashes keyed(byte[] key) {
        return new StoredHashes(Optional.of(Derivation.hmac(key)));
    }

    /// Of the canonical messages of a block.
    public byte[] content(byte[] sha256) {
        return stored("content", sha256);
    }

    /// Of a link of the chain.
    public byte[] integrity(byte[] sha256) {
        return stored("integrity", sha256);
    }

    /// Of the words of a plan.
    public byte[] plan(byte[] sha256) {
        return stored("plan", sha256);
    }

    private synchronized byte[] stored(String purpose, byte[] sha256) {
        if (mac.isEmpty()) {
            return sha256;
        }
        mac.get().update(purpose.getBytes(StandardCharsets.US_ASCII));
        mac.get().update((byte) 0);
        return mac.get().doFinal(sha256);
    }
}
