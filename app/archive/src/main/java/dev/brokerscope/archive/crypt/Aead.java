package dev.brokerscope.archive.crypt;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM under one key, with a new random nonce each time. One thread: its cipher is used again and again.
final class Aead {

    static final int NONCE = 12;
    static final int TAG = 16;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final Cipher cipher;

    Aead(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return nonce;
    }

    /// @param bound checked on opening, not stored
    /// @return as long as the plain bytes and a tag
    byte[] seal(byte[] nonce, byte[] bound, byte[] plain) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /// Absent where the key is another, or a bit of data, nonce or binding was changed: the two cannot be told apart.
    Optional<byte[]> open(byte[] nonce, byte[] bound, byte[] data) {
        if (nonce.length != NONCE || data.length < TAG) {
            return Optional.empty();
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(bound);
            return Optional.of(cipher.doFinal(data));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("AES-GCM belongs to every Java", e);
    }
}
