package dev.brokerscope.core.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Bytes under a passphrase: AES-256-GCM with a key of PBKDF2-HMAC-SHA-256. The nonce is new with every sealing.
///
/// @param version of this layout
/// @param salt, nonce and data in base64
record SealedBox(int version, String kdf, int iterations, String salt, String nonce, String data) {

    private static final int VERSION = 1;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int TAG_BITS = 128;

    static SealedBox seal(byte[] plain, BoxKey key) {
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] data = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
            Base64.Encoder base64 = Base64.getEncoder();
            return new SealedBox(VERSION, BoxKey.KDF, key.iterations(), base64.encodeToString(key.salt()),
                    base64.encodeToString(nonce), base64.encodeToString(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM belongs to every Java", e);
        }
    }

    /// Whether this program can open such a box, given the passphrase.
    boolean known() {
        return version == VERSION && BoxKey.KDF.equals(kdf) && iterations >= 1 && iterations <= MOST_ITERATIONS
                && decoded(salt).isPresent() && decoded(nonce).isPresent() && decoded(data).isPresent();
    }

    byte[] saltBytes() {
        return decoded(salt).orElseThrow();
    }

    /// Absent where the key is wrong or the box was changed: the two cannot be told apart.
    Optional<byte[]> open(BoxKey key) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, decoded(nonce).orElseThrow())
                    .doFinal(decoded(data).orElseThrow()));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM belongs to every Java", e);
        }
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, BoxKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
