package dev.brokerscope.archive.crypt;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import dev.brokerscope.archive.block.Sha;

/// A key of 32 bytes as people copy it: a prefix, then base64url of the key and the first four bytes of its SHA-256, so
/// that a slip of the finger is noticed.
final class KeyText {

    private static final int SUM = 4;

    private KeyText() {}

    static String write(String prefix, byte[] key) {
        byte[] all = Arrays.copyOf(key, key.length + SUM);
        System.arraycopy(sum(key), 0, all, key.length, SUM);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    static Optional<byte[]> read(String prefix, String text) {
        if (!text.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text.substring(prefix.length()));
            if (all.length != X25519.SIZE + SUM) {
                return Optional.empty();
            }
            byte[] key = Arrays.copyOf(all, X25519.SIZE);
            return MessageDigest.isEqual(sum(key), Arrays.copyOfRange(all, X25519.SIZE, all.length))
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] sum(byte[] key) {
        return Arrays.copyOf(Sha.start().digest(key), SUM);
    }
}
